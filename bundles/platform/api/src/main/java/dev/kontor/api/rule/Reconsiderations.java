package dev.kontor.api.rule;

import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Kept decisions thought over once more with something else in them (试算): what they would have been. They are executed when
 * somebody asks; nothing is kept, carried out or told to anybody. For whoever may read the decision.
 *
 * <p>Every method throws {@code Refused}: {@code NOT_FOUND} when there is no such decision or the reader may not read it,
 * {@code UNAVAILABLE} when a version that it cites cannot be asked now.
 */
@ProviderType
public interface Reconsiderations {

    /**
     * What almost decided otherwise: each parameter, and each number or amount of a fact, that, moved by at most
     * {@link #MARGIN_PERCENT} per cent and nothing else changed, would have led to other conclusions. A parameter of which
     * the facts themselves were made, a span for which they were added up say, tells nothing here and is left out; so are
     * other days and points for the same conclusion.
     *
     * @return in the order in which the decision read them
     */
    NearMisses nearMisses(String decision, Person reader);

    /** As far as each is moved, in per cent of its value; a number of days or pieces at least by one. */
    int MARGIN_PERCENT = 10;

    /** What can be changed, and what it is: the values of the facts that are numbers, amounts, days, yes or no. */
    Sheet sheet(String decision, Person reader);

    /**
     * What would be concluded with other values.
     *
     * @param typed values of the sheet's form; what is left out stays as it was
     * @throws dev.kontor.api.desk.Refused {@code INVALID} with gaps at the form's fields
     */
    Outcome whatIf(String decision, Values typed, Person reader);

    /**
     * @param found parameters
     * @param facts values of facts, in the order of the facts
     * @param executions how often the decision was executed for this
     * @param all false when it was not executed any more for some of them, because it had been so often already
     */
    record NearMisses(List<NearMiss> found, List<NearFact> facts, int executions, boolean all) {
        public NearMisses {
            found = List.copyOf(found);
            facts = List.copyOf(facts);
        }
    }

    /**
     * A parameter that would have decided otherwise.
     *
     * @param parameter as it was
     * @param set the version that owns it
     * @param otherwise the value next to it with which the conclusions are other ones
     * @param compared the fact whose value lies there; empty where no fact has that value
     * @param gone conclusions that there would not be then
     * @param added conclusions that there would be besides
     */
    record NearMiss(
            Parameter parameter,
            SetVersion set,
            BigDecimal otherwise,
            Optional<Compared> compared,
            List<DecisionRecord.Told> gone,
            List<DecisionRecord.Told> added) {
        public NearMiss {
            gone = List.copyOf(gone);
            added = List.copyOf(added);
        }
    }

    /**
     * A number of a fact that would have decided otherwise.
     *
     * @param value as it was
     * @param currency of an amount; empty for other numbers
     * @param otherwise the value next to it with which the conclusions are other ones
     * @param gone conclusions that there would not be then
     * @param added conclusions that there would be besides
     */
    record NearFact(
            Text fact,
            Text field,
            BigDecimal value,
            String currency,
            BigDecimal otherwise,
            List<DecisionRecord.Told> gone,
            List<DecisionRecord.Told> added) {
        public NearFact {
            gone = List.copyOf(gone);
            added = List.copyOf(added);
        }
    }

    /** A value of a fact. */
    record Compared(Text fact, Text field, BigDecimal value) {}

    /** @param stand what stands in the form at first */
    record Sheet(Form form, Values stand) {}

    /**
     * @param sets the versions that were asked
     * @param day whose parameters counted
     * @param decided the conclusions as decided
     * @param now the conclusions with the other values
     */
    record Outcome(List<SetVersion> sets, LocalDate day, List<DecisionRecord.Told> decided, List<DecisionRecord.Told> now) {
        public Outcome {
            sets = List.copyOf(sets);
            decided = List.copyOf(decided);
            now = List.copyOf(now);
        }
    }
}
