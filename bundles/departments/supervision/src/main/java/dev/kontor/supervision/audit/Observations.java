package dev.kontor.supervision.audit;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.supervision.events.Lines;
import dev.kontor.supervision.facts.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what an order's events show of each matter that audits look at; typed in by nobody. */
public final class Observations {

    /** In the order in which an order stands on them; who stands on one stands on all before. */
    private static final List<MilestoneName> FLOW = List.of(
            MilestoneName.ENTRY_REGISTERED,
            MilestoneName.ENTRY_SUBMITTED,
            MilestoneName.REVIEW_PASSED,
            MilestoneName.REVIEW_CLEARED,
            MilestoneName.PRODUCTION_STARTED,
            MilestoneName.PRODUCTION_FINISHED,
            MilestoneName.LOGISTICS_DISPATCHED,
            MilestoneName.LOGISTICS_ARRIVED,
            MilestoneName.LOGISTICS_DELIVERED,
            MilestoneName.ORDER_COMPLETED);

    /** Of whose points violations are counted, by matter. */
    private static final Map<String, Set<String>> LATE = Map.of(
            "entry-late", Set.of("entry"),
            "review-late", Set.of("review", "contract", "legal"),
            "production-late", Set.of("production", "quality"),
            "logistics-late", Set.of("logistics"),
            "collection-late", Set.of("finance"),
            "service-late", Set.of("aftersales"),
            "archive-late", Set.of("archive"));

    private Observations() {}

    public static List<Observation> of(OrderEvents order, LocalDate today) {
        List<Observation> all = new ArrayList<>();
        LATE.forEach((matter, departments) -> all.add(observed(order, matter, (int) order.lapses().stream()
                .filter(lapse -> departments.contains(lapse.point().department()))
                .count())));
        all.add(observed(order, "entry-errors", order.lines("entry.error-found").size()));
        all.add(observed(order, "overrides", order.lines("review.override-confirmed").size()));
        all.add(observed(order, "nonconformities", (int) order.lines().stream().filter(Lines::isNonconformity).count()));
        all.add(observed(order, "delivery-late", isDeliveredLate(order, today) ? 1 : 0));
        all.add(observed(order, "missing-stages", missing(order)));
        return all;
    }

    private static Observation observed(OrderEvents order, String matter, int count) {
        return new Observation(order.order().value(), matter, count);
    }

    /** Delivered after the agreed date, or not delivered though the date is over; what was delivered before it came here is not judged. */
    private static boolean isDeliveredLate(OrderEvents order, LocalDate today) {
        LocalDate delivered = on(order, MilestoneName.LOGISTICS_DELIVERED).orElse(today);
        boolean ended = on(order, MilestoneName.REVIEW_TERMINATED).isPresent();
        boolean before = on(order, MilestoneName.ENTRY_OPENED).filter(opened -> !delivered.isAfter(opened)).isPresent();
        return !ended && !before && order.content().filter(content -> delivered.isAfter(content.delivery().date())).isPresent();
    }

    private static int missing(OrderEvents order) {
        int furthest = 0;
        int passed = 0;
        for (int place = 0; place < FLOW.size(); place++) {
            if (on(order, FLOW.get(place)).isPresent()) {
                furthest = place + 1;
                passed++;
            }
        }
        return furthest - passed;
    }

    private static Optional<LocalDate> on(OrderEvents order, MilestoneName name) {
        return order.milestones().stream().filter(each -> each.name().equals(name)).map(Milestone::on).findFirst();
    }
}
