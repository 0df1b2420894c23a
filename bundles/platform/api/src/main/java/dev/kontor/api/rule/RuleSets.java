package dev.kontor.api.rule;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
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
     * A set as administrators see it.
     *
     * @param active empty while none can decide
     * @param candidate what was last refused, with its problems, or waits for the second person; empty otherwise
     * @param folderDiffers the folder holds something else than what is active
     * @param approval whether its activations wait for a second person
     */
    record RuleSet(
            String name, Optional<Version> active, Optional<Version> candidate, boolean folderDiffers, Approval approval) {}

    /**
     * Whether an activation waits for a second person, once there are two people who may activate.
     *
     * @param stated somebody decided so for this set; otherwise it follows from what the set is about
     * @param ending who asked to do without, while the second person has not agreed yet; empty otherwise
     */
    record Approval(boolean secondPerson, boolean stated, Optional<PersonId> ending) {}

    /**
     * @param state {@code active}, {@code superseded}, {@code rolled-back}, {@code refused}, or
     *     {@code proposed} while it waits for the second person
     * @param by who activated it; empty when it came from the folder and nobody claimed it
     * @param approvedBy the second person; empty where there was none
     * @param problems why it was refused; empty otherwise
     */
    record Version(
            SetVersion version,
            String state,
            Instant at,
            Optional<PersonId> by,
            Optional<PersonId> approvedBy,
            List<Problem> problems,
            List<Parameter> parameters) {}

    /**
     * What is wrong with a candidate, at its place.
     *
     * @param line and {@code column} from 1; 0 when it is about the file or the set
     */
    record Problem(String file, int line, int column, Text message) {}
}
