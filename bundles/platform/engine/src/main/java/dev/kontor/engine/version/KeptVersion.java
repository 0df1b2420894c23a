package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
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
        Optional<LocalDate> from,
        String origin,
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
        /** It waits to be activated, or for the second person. */
        PROPOSED("proposed"),
        /** It waits for its day. */
        SCHEDULED("scheduled"),
        /** Somebody took the proposal, or the day, back. */
        WITHDRAWN("withdrawn");

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

    /** What was checked, kept for the first time. */
    static KeptVersion candidate(Checked checked, Instant now, Optional<PersonId> by, String reason, String origin) {
        return new KeptVersion(checked.files().set(), checked.digest(), 0, checked.compiled().isPresent() ? State.PROPOSED : State.REFUSED,
                now, by, Optional.empty(), reason, Optional.empty(), origin, CompiledSet.EDITION, checked.files().zip(),
                checked.compiled().map(CompiledSet::bytes).orElse(new byte[0]), checked.found());
    }

    KeptVersion become(State next, Instant now) {
        return new KeptVersion(set, digest, number, next, now, by, approvedBy, reason, from, origin, edition, files, classes, problems);
    }

    KeptVersion numbered(int wanted) {
        return new KeptVersion(set, digest, wanted, state, at, by, approvedBy, reason, from, origin, edition, files, classes, problems);
    }

    KeptVersion signed(Optional<PersonId> author, Optional<PersonId> approver, String why) {
        return new KeptVersion(set, digest, number, state, at, author, approver, why, from, origin, edition, files, classes, problems);
    }

    /** @param day on which it is to begin; empty for at once */
    KeptVersion from(Optional<LocalDate> day) {
        return new KeptVersion(set, digest, number, state, at, by, approvedBy, reason, day, origin, edition, files, classes, problems);
    }

    /** As a later check found it; refused when it found something that refuses. */
    KeptVersion checked(Checked again) {
        return new KeptVersion(set, digest, number, again.compiled().isPresent() ? state : State.REFUSED, at, by, approvedBy, reason, from, origin,
                CompiledSet.EDITION, files, again.compiled().map(CompiledSet::bytes).orElse(classes), again.found());
    }

    KeptVersion found(List<Problem> wrong) {
        return new KeptVersion(set, digest, number, state, at, by, approvedBy, reason, from, origin, edition, files, classes, wrong);
    }

    KeptVersion compiledAs(String newEdition, byte[] newClasses) {
        return new KeptVersion(set, digest, number, state, at, by, approvedBy, reason, from, origin, newEdition, files, newClasses, problems);
    }

    /** To be listed: without files and classes. */
    KeptVersion light() {
        return new KeptVersion(set, digest, number, state, at, by, approvedBy, reason, from, origin, edition, new byte[0], new byte[0], problems);
    }
}
