package dev.kontor.engine.version;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.set.Problems;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a candidate's check, in order; each known by the problems that it finds. */
enum CheckStep {
    /** Files, tables, words and rules can be read. */
    SYNTAX("syntax", "syntax package-missing package-differs rule-twice rule-without-pattern parameters-header parameter-cells "
            + "parameter-name parameter-unit parameter-value parameter-from parameter-twice texts-broken text-broken set-name set-empty "
            + "set-too-large file-too-large file-name not-utf8 too-many-files too-many-rules escape-refused character-refused check-failed files-changed tables-missing"),
    /** Records and parameters are there, and rules fit them. */
    TYPES("types", "import-unknown type-unknown parameter-unknown parameter-pattern compile types-of-one-name"),
    /** What can be read and is a mistake all the same. */
    LINT("lint", "number-refused date-refused reason-key attribute-refused clause-missing parameter-clause rule-repeats "
            + "condition-never rule-refires text-missing parameter-unread text-unused"),
    /** Rules compare and conclude, and can do nothing else. */
    CONFINEMENT("confinement", "word-refused package-refused declaration-refused import-refused type-refused member-refused loop-refused "
            + "catch-refused element-refused consequence-refused source-refused join-missing nested-too-deep rule-too-long text-too-long "
            + "too-many-patterns too-many-alternatives"),
    /** Every rule fires, and concludes what the cases say. */
    CASES("cases", "case-broken case-undecided case-missing case-surplus cases-too-long rule-untried text-places");

    private final String id;
    private final Set<String> keys;

    CheckStep(String id, String problems) {
        this.id = id;
        this.keys = Stream.of(problems.split(" ")).map("engine."::concat).collect(Collectors.toSet());
    }

    String id() {
        return id;
    }

    boolean found(Problem problem) {
        return keys.contains(Problems.key(problem)) || this == SYNTAX && Problems.key(problem).startsWith("tables.");
    }
}
