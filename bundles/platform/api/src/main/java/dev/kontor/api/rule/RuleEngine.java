package dev.kontor.api.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks rules. Used by the kernel; a department consults through its order file.
 *
 * <p>Thread-safe. The active versions are one immutable map behind one reference: a call takes it once, and is
 * answered by it alone. Activation never waits for a call and no call waits for an activation.
 */
@ProviderType
public interface RuleEngine {

    /**
     * What the point would be asked with now: its own active set first, then every set attached to it.
     *
     * @throws CannotDecide when its own or an attached set has no version that can decide
     */
    default List<SetVersion> active(ConsultationPoint point) {
        return active(point, Set.of());
    }

    /**
     * The same without what departments attached that have no say any more.
     *
     * @param without their ids
     * @throws CannotDecide as {@link #active(ConsultationPoint)}
     */
    List<SetVersion> active(ConsultationPoint point, Set<String> without);

    /**
     * The points whose answers depend on a set now: the one it answers or is attached to, and those whose active sets read
     * its parameters.
     */
    Set<ConsultationPoint> points(String set);

    /**
     * The names of the record types that these versions mention, whether or not somebody offers them.
     *
     * @throws CannotDecide when one of them is not known
     */
    Set<String> needs(List<SetVersion> versions);

    /**
     * Every line of these versions' own parameters, whatever the day: for who computes by them what rules compare.
     *
     * @throws CannotDecide when one of them is not known
     */
    List<Parameter> parameters(List<SetVersion> versions);

    /**
     * Asks these versions, each by itself on the same facts, and merges what they conclude.
     *
     * @param versions from {@link #active}, those a review round began with, or a proposed one that is tried
     * @param owners versions of other sets whose parameters the rules read, to execute a decision again; of a set that is
     *     neither here nor asked the active version counts
     * @param day whose parameters count
     * @param facts records of the api and of {@code *.facts} packages
     * @throws CannotDecide when a version is not there, a budget is used up or a rule fails: never an answer by fewer rules
     */
    default Answer ask(List<SetVersion> versions, List<SetVersion> owners, LocalDate day, List<? extends Record> facts) {
        return ask(versions, owners, day, facts, UnaryOperator.identity());
    }

    /**
     * The same with other values of parameters, to find out what they would decide.
     *
     * @param as how the rules are to see a parameter that is in force; called once for each that a set reads
     */
    Answer ask(
            List<SetVersion> versions,
            List<SetVersion> owners,
            LocalDate day,
            List<? extends Record> facts,
            UnaryOperator<Parameter> as);

    /**
     * Reads facts to decide on, written as people write them in the folder {@code cases} of a set. What a case expects, and
     * values of parameters that it sets itself, are for the check of its set and left out here.
     *
     * @param versions which tell the types that the file may name without their packages
     * @param file its name; {@code .csv} is read as a table with a case in each row, anything else as YAML
     * @return at most 500, in the file's order
     * @throws dev.kontor.api.desk.Refused at the field {@code file}, in words and with the line, when it cannot be read
     * @throws CannotDecide when a version is not there
     */
    List<Case> cases(List<SetVersion> versions, String file, String content);

    /** @throws CannotDecide when the version is not there */
    ReasonWords words(SetVersion version, Reason reason);

    /**
     * Where a rule stands in its version.
     *
     * @throws CannotDecide when the version is not there
     */
    Place place(SetVersion version, String rule);

    /** @param line from 1; 0 when it is not known */
    record Place(String file, int line) {}

    /**
     * Facts that somebody wrote down to have them decided on.
     *
     * @param name as it stands in the file, or the file's name and line
     * @param day whose parameters count
     */
    record Case(String name, LocalDate day, List<Record> facts) {

        public Case {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What the rules said.
     *
     * @param owners versions of sets that were not asked, whose parameters were read
     */
    record Answer(
            List<SetVersion> owners, List<Parameter> parameters, List<Firing> firings, List<Concluded> conclusions) {}

    /** No decision could be made. Its message is for administrators; staff are told that the rules cannot decide now. */
    final class CannotDecide extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CannotDecide(String message) {
            super(message);
        }

        public CannotDecide(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
