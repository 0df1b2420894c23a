package dev.kontor.api.rule;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What changed in rule sets from version to version. Called inside {@link dev.kontor.api.desk.Desk#read}; thread-safe. */
@ProviderType
public interface RuleHistory {

    /**
     * Every line that the parameters of a set ever had in a version that decided: by name, of each the latest day first,
     * of a day the line that came last first. Empty for a set that never decided.
     */
    List<ParameterLine> parameters(String set);

    /**
     * What becomes of a set when one version takes another's place, in sentences: parameters, rules, words, cases, other
     * files. Empty when both say the same, whatever their files look like.
     *
     * @param before digest; empty for no version at all
     * @param language in which the texts' arguments are, {@code zh-CN} or {@code en}: titles and names are the set's own words
     * @throws dev.kontor.api.desk.Refused {@code NOT_FOUND} when there is no such version
     */
    List<Text> changes(String set, String before, String after, String language);

    /**
     * A line of the parameters, and how it came.
     *
     * @param version that brought it
     * @param at when that version was activated
     * @param by who activated it; empty when it came from the folder and nobody claimed it
     * @param approvedBy the second person; empty where one was enough
     * @param until the version that took it out or changed it; empty while it stands
     */
    record ParameterLine(
            Parameter parameter,
            SetVersion version,
            Instant at,
            Optional<PersonId> by,
            Optional<PersonId> approvedBy,
            String reason,
            Optional<SetVersion> until) {}
}
