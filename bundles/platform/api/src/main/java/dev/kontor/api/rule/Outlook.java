package dev.kontor.api.rule;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the rules would conclude about an order as it is now (预判). Nothing is kept, carried out, locked or told to anybody,
 * so that a command may find the order changed. Thread-safe; joins a read that is open.
 */
@ProviderType
public interface Outlook {

    /**
     * The versions that a department's question at the point would be asked with now.
     *
     * @throws dev.kontor.api.desk.Refused {@code UNAVAILABLE} when a set that has a say cannot decide
     */
    List<SetVersion> versions(ConsultationPoint point);

    /**
     * Asks as {@link dev.kontor.api.desk.OrderFile#consult} does. For whoever sees the order, and for rule administrators and
     * company leadership, who judge their own changes by it: what comes back holds the reasons' figures, no order.
     *
     * @throws dev.kontor.api.desk.Refused {@code NOT_FOUND} when there is no such order or the reader may not ask;
     *     {@code UNAVAILABLE} when the rules cannot decide
     */
    Answer ask(OrderNumber order, Question question, Person reader);

    /**
     * @param sets the versions that were asked
     * @param day whose parameters counted
     */
    record Answer(List<SetVersion> sets, LocalDate day, List<DecisionRecord.Told> conclusions) {

        public Answer {
            sets = List.copyOf(sets);
            conclusions = List.copyOf(conclusions);
        }
    }
}
