package dev.kontor.archive.filing;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.archive.book.DemandedKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How and when an order came to its end, and what its volumes owe by that: nothing is demanded that was not demanded on that
 * day, and of an order that company leadership ended nothing at all.
 *
 * @param completed rather than ended by company leadership
 */
public record Ending(boolean completed, LocalDate on) {

    private static final Set<MilestoneName> ENDS = Set.of(MilestoneName.ORDER_COMPLETED, MilestoneName.REVIEW_TERMINATED);

    /** Empty while the order is under way. */
    public static Optional<Ending> of(OrderView file) {
        return file.passed().stream()
                .filter(passed -> ENDS.contains(passed.name()))
                .map(passed -> new Ending(passed.name().equals(MilestoneName.ORDER_COMPLETED), passed.on()))
                .reduce((one, last) -> last);
    }

    public boolean exempts(DemandedKind kind) {
        return !completed || kind.since().isAfter(on);
    }
}
