package dev.kontor.api.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Kept decisions, for reading and for proving. */
@ProviderType
public interface Decisions {

    /** Newest first. */
    List<DecisionRecord> of(OrderNumber order, Person reader);

    Optional<DecisionRecord> decision(String id, Person reader);

    /**
     * Decisions about orders that the reader may see, the latest first; those about the company for auditors alone.
     *
     * @param after {@code next} of the part before; empty at the start
     * @param limit 1 to 200
     */
    Part list(DecisionFilter filter, String after, int limit, Person reader);

    /** The rules that ever fired, each as the latest version knows it that it fired in; by set and name. */
    List<Rule> rules();

    /**
     * A part of a list.
     *
     * @param next where the following part begins; empty on the last
     * @param whole false while decisions of before an update are still being entered: those may be missing
     */
    record Part(List<Line> decisions, String next, boolean whole) {

        public Part {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * A decision in a list.
     *
     * @param order the order's number; empty for a decision about the company
     */
    record Line(
            String id,
            String order,
            ConsultationPoint point,
            List<SetVersion> sets,
            List<DecisionRecord.Told> conclusions,
            PersonId by,
            Instant at) {

        public Line {
            sets = List.copyOf(sets);
            conclusions = List.copyOf(conclusions);
        }
    }

    /** A rule of a set. */
    record Rule(SetVersion set, String name) {}

    /**
     * Executes a decision again: the facts as kept, by the versions it cites, with the parameters of its day in the versions
     * of other sets that it cites as well. Empty when rules, matches, parameters and conclusions are the same, else what
     * differs.
     */
    Optional<Text> verify(String id);
}
