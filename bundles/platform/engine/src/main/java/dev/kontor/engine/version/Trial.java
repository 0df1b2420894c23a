package dev.kontor.engine.version;

import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Scope;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules that cost people points are tried on the company's decisions of a whole quarter before they count. A version
 * that decided before needs no trial: rolling back is always possible.
 */
final class Trial {

    static final int MONTHS = 3;
    /** A report that is older says nothing of the company as it is. */
    private static final int FRESH_MONTHS = 1;

    private final SecondPerson second;
    private final Supplier<Optional<Replays>> replays;

    Trial(SecondPerson second, Supplier<Optional<Replays>> replays) {
        this.second = second;
        this.replays = replays;
    }

    /** Whether this version has still to be tried. Where nobody can tell, it has. */
    boolean isOwed(KeptVersion kept, LocalDate today) {
        return isDemanded(kept) && latest(kept).filter(report -> covers(report.scope(), today)).isEmpty();
    }

    boolean isDemanded(KeptVersion kept) {
        return kept.number() == 0 && second.isPenal(kept);
    }

    Optional<Replay> latest(KeptVersion kept) {
        return replays.get().flatMap(tried -> tried.latest(kept.set(), kept.digest()));
    }

    private static boolean covers(Scope scope, LocalDate today) {
        boolean whole = scope.customer().isEmpty() && scope.department().isEmpty();
        return whole && !scope.from().isAfter(scope.to().minusMonths(MONTHS)) && !scope.to().isBefore(today.minusMonths(FRESH_MONTHS));
    }
}
