package dev.kontor.api.rule;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rule sets and their versions, for administrators. Reading only; activating and rolling back are commands
 * ({@code rules/activate}, {@code rules/rollback}).
 */
@ProviderType
public interface RuleSets {

    /** Every set that is known, by name. */
    List<RuleSet> sets();

    Optional<RuleSet> set(String name);

    /** Every version of a set that was ever active or proposed, newest first. */
    List<Version> versions(String set);

    /** The files of a version: path to content. */
    Optional<Map<String, String>> files(String set, String digest);

    /**
     * Checks files as those of a candidate are checked, on the caller's thread, and keeps nothing.
     *
     * @param files path below the set's folder, with {@code /}, to content
     * @return in the state {@code checked}, or {@code refused} with its problems
     */
    Version check(String set, Map<String, byte[]> files);

    /**
     * A version as one signed file that another platform can import. Noted in the company journal before this returns.
     *
     * @param digest whole
     * @return a zip
     * @throws dev.kontor.api.desk.Refused when there is no such version
     */
    byte[] export(String set, String digest, Person by);

    /**
     * Whose signature on exported sets was ever accepted here or asked to be, the latest decision first. Trust, agreement and
     * its end are commands ({@code rules/trust}, {@code rules/confirm-trust}, {@code rules/distrust}).
     */
    List<Signer> signers();

    /**
     * A platform that exports sets.
     *
     * @param fingerprint SHA-256 of its public key, lower-case hex
     * @param trusted what it signed can be imported now
     * @param asked somebody asked to trust it, and a second person has to agree
     * @param by who trusted it, asked for it, or ended it
     * @param approvedBy the second person; empty where there was none
     * @param at when that was, or when the second person agreed
     */
    record Signer(String fingerprint, boolean trusted, boolean asked, PersonId by, Optional<PersonId> approvedBy, Instant at) {}

    /**
     * A set as administrators see it.
     *
     * @param active empty while none can decide
     * @param candidate what was last refused, with its problems, or waits for the second person; empty otherwise
     * @param folderDiffers the folder holds something else than what is active
     * @param folderTrouble what keeps the set's folder from being read; until then what was active goes on
     * @param approval whether its activations wait for a second person
     */
    record RuleSet(
            String name,
            Optional<Version> active,
            Optional<Version> candidate,
            boolean folderDiffers,
            Optional<Problem> folderTrouble,
            Approval approval) {}

    /**
     * Whether an activation waits for a second person, once there are two people who may activate.
     *
     * @param stated somebody decided so for this set; otherwise it follows from what the set is about
     * @param ending who asked to do without, while the second person has not agreed yet; empty otherwise
     */
    record Approval(boolean secondPerson, boolean stated, Optional<PersonId> ending) {}

    /**
     * @param state {@code active}, {@code superseded}, {@code rolled-back}, {@code refused}, {@code withdrawn},
     *     {@code proposed} while it waits to be activated or approved, {@code scheduled} while it waits for its day
     * @param by who activated it; empty when it came from the folder and nobody claimed it
     * @param approvedBy the second person; empty where there was none
     * @param from the day in the company's zone at whose start it begins to decide by itself; empty when none was named
     * @param origin where an imported version was exported, and whose signature it bears; empty for all others
     * @param problems why it was refused, or warnings
     * @param steps its way from a candidate to the version that decides, in order
     */
    record Version(
            SetVersion version,
            String state,
            Instant at,
            Optional<PersonId> by,
            Optional<PersonId> approvedBy,
            Optional<LocalDate> from,
            String origin,
            List<Problem> problems,
            List<Parameter> parameters,
            List<Step> steps) {}

    /**
     * One step of a version's way.
     *
     * @param id {@code settle}, {@code syntax}, {@code types}, {@code lint}, {@code confinement}, {@code cases},
     *     {@code replay}, {@code approval}, {@code effective-date} or {@code swap}
     * @param said what came of it, or what it waits for
     * @param problems those that were found in this step
     */
    record Step(String id, Text name, Passage passage, Text said, List<Problem> problems) {}

    /** How a step went. The names are part of the REST interface. */
    enum Passage {
        PASSED,
        FAILED,
        NOT_REACHED,
        WAITS
    }

    /**
     * What is wrong with a candidate, at its place.
     *
     * @param line and {@code column} from 1; 0 when it is about the file or the set
     */
    record Problem(String file, int line, int column, Text message, Severity severity) {

        /** One that refuses. */
        public Problem(String file, int line, int column, Text message) {
            this(file, line, column, message, Severity.ERROR);
        }
    }

    /** Whether a problem keeps a candidate from deciding. The names are part of the REST interface. */
    enum Severity {
        ERROR,
        WARNING
    }
}
