package dev.kontor.api.rule;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A kept decision as people read it (决策记录): {@link Decision} in the words of the versions that decided, with the facts.
 *
 * @param order the order's number; empty for a decision about the company
 * @param sets every version that was asked, the point's own first
 * @param owners the versions of other sets whose parameters were read
 * @param day the day whose parameters were in force
 * @param calendar the calendar's version
 * @param facts the facts as given, canonical JSON: an array of {@code {"type": …, "value": …}}
 * @param parameters the parameters the rules could see
 */
public record DecisionRecord(
        String id,
        String order,
        ConsultationPoint point,
        List<SetVersion> sets,
        List<SetVersion> owners,
        LocalDate day,
        String calendar,
        String facts,
        List<Parameter> parameters,
        List<Fired> firings,
        List<Told> conclusions,
        PersonId by,
        Instant at) {

    public DecisionRecord {
        sets = List.copyOf(sets);
        owners = List.copyOf(owners);
        parameters = List.copyOf(parameters);
        firings = List.copyOf(firings);
        conclusions = List.copyOf(conclusions);
    }

    /**
     * A rule that fired.
     *
     * @param file and {@code line}: where the rule stands in its set
     * @param matched the facts, parameters and conclusions it matched, each in one line
     */
    public record Fired(SetVersion set, String rule, String file, int line, List<Text> matched) {

        public Fired {
            matched = List.copyOf(matched);
        }
    }

    /** A conclusion, the rule it came from, and its reason. */
    public record Told(Conclusion conclusion, SetVersion set, String rule, String reasonEn, String reasonZh) {}
}
