package dev.kontor.kernel.replay;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.SetVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A replay's row.
 *
 * @param points where decisions depended on the set when it began
 * @param reached the stamp of the decision that was tried last
 * @param until the last stamp in its scope: what is decided meanwhile is no part of it
 * @param chain digest over the report so far
 * @param spentMs how long it has taken, its rests included
 */
record StoredReplay(
        String id,
        SetVersion version,
        Scope scope,
        List<String> points,
        State state,
        int total,
        int done,
        int changed,
        int failed,
        long reached,
        long until,
        String chain,
        long spentMs,
        PersonId by,
        Instant begun) {

    StoredReplay {
        points = List.copyOf(points);
    }

    /** Until then an estimate says nothing. */
    private static final int ENOUGH = 50;

    Replay shown() {
        Optional<Duration> left = state == State.RUNNING && !scope.shadow() && done >= ENOUGH
                ? Optional.of(Duration.ofMillis(spentMs * Math.max(0, total - done) / done))
                : Optional.empty();
        return new Replay(id, version, scope, state, total, done, changed, failed, by, begun, left, state == State.DONE ? chain : "");
    }
}
