package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of a rule set as the store keeps it.
 *
 * @param number 0 until it is activated for the first time
 * @param by who proposed or activated it; empty when it came from the folder and nobody claimed it
 * @param approvedBy the second person; empty where one was enough
 * @param edition of the engine that compiled it; other classes are compiled again from the files
 * @param files zipped
 * @param classes as {@link dev.kontor.engine.compile.CompiledSet#bytes}; empty when it was refused
 */
public record KeptVersion(
        String set,
        String digest,
        int number,
        State state,
        Instant at,
        Optional<PersonId> by,
        Optional<PersonId> approvedBy,
        String reason,
        String edition,
        byte[] files,
        byte[] classes,
        List<Problem> problems) {

    /** What became of it. */
    public enum State {
        /** It decides. */
        ACTIVE("active"),
        /** Another one came after it. */
        SUPERSEDED("superseded"),
        /** Somebody went back from it. */
        ROLLED_BACK("rolled-back"),
        /** It had problems. */
        REFUSED("refused"),
        /** It waits for the second person. */
        PROPOSED("proposed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("There is no state (%s).".formatted(word));
        }
    }

    public SetVersion version() {
        return new SetVersion(set, number, digest);
    }

    public RuleSetFiles ruleSet() {
        try {
            return new RuleSetFiles(set, RuleSetFiles.unzip(files, 2 * RuleSetFiles.LARGEST_SET));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    KeptVersion become(State next, Instant now) {
        return new KeptVersion(set, digest, number, next, now, by, approvedBy, reason, edition, files, classes, problems);
    }

    KeptVersion numbered(int wanted) {
        return new KeptVersion(set, digest, wanted, state, at, by, approvedBy, reason, edition, files, classes, problems);
    }

    KeptVersion signed(Optional<PersonId> author, Optional<PersonId> approver, String why) {
        return new KeptVersion(set, digest, number, state, at, author, approver, why, edition, files, classes, problems);
    }

    KeptVersion compiledAs(String newEdition, byte[] newClasses) {
        return new KeptVersion(set, digest, number, state, at, by, approvedBy, reason, newEdition, files, newClasses, problems);
    }
}
