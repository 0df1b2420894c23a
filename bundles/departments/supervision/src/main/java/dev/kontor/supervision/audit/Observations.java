package dev.kontor.supervision.audit;

import dev.kontor.api.assessment.Lapse;
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
import java.util.stream.Stream;

/** Counts what an order's events show of each matter that audits look at; typed in by nobody. */
public final class Observations {

    /** In the order in which an order stands on them; who came to one has been at all before. */
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

    private static final String OTHER = "other-late";

    /** Under which chapter of the regulation a violation is counted, by matter; of a partner's own regulation it is another one. */
    private static final Map<String, String> LATE = Map.of(
            "3", "entry-late",
            "4", "review-late",
            "5", "production-late",
            "6", "logistics-late",
            "7", "collection-late",
            "8", "service-late",
            "9", "archive-late");

    private Observations() {}

    public static List<Observation> of(OrderEvents order, LocalDate today) {
        List<Observation> all = new ArrayList<>();
        Stream.concat(LATE.values().stream(), Stream.of(OTHER)).forEach(matter -> all.add(observed(order, matter, (int)
                order.lapses().stream().filter(lapse -> matter.equals(late(lapse))).count())));
        all.add(observed(order, "payments-late", Lines.latePayments(order).size()));
        all.add(observed(order, "entry-errors", order.lines("entry.error-found").size()));
        all.add(observed(order, "overrides", order.lines("review.override-confirmed").size()));
        all.add(observed(order, "nonconformities", (int) order.lines().stream().filter(Lines::isNonconformity).count()));
        all.add(observed(order, "delivery-late", isDeliveredLate(order, today) ? 1 : 0));
        all.add(observed(order, "missing-stages", missing(order)));
        return all;
    }

    private static String late(Lapse lapse) {
        String clause = lapse.clause().value();
        return LATE.getOrDefault(clause.substring(0, Math.max(0, clause.indexOf('.'))), OTHER);
    }

    private static Observation observed(OrderEvents order, String matter, int count) {
        return new Observation(order.order().value(), matter, count);
    }

    /** Delivered after the agreed date, or not delivered though the date is over; what was delivered before it came here is not judged. */
    private static boolean isDeliveredLate(OrderEvents order, LocalDate today) {
        Optional<Milestone> signed = standing(order, MilestoneName.LOGISTICS_DELIVERED);
        LocalDate delivered = signed.map(Milestone::on).orElse(today);
        boolean ended = on(order, MilestoneName.REVIEW_TERMINATED).isPresent();
        boolean before = on(order, MilestoneName.ENTRY_OPENED).filter(opened -> !delivered.isAfter(opened)).isPresent();
        return !ended && !before && signed.map(order::contentAt).orElseGet(order::content)
                .filter(content -> delivered.isAfter(content.delivery().date()))
                .isPresent();
    }

    private static int missing(OrderEvents order) {
        int furthest = 0;
        int passed = 0;
        for (int place = 0; place < FLOW.size(); place++) {
            if (Lines.hasReached(order, FLOW.get(place))) {
                furthest = place + 1;
                passed++;
            }
        }
        return furthest - passed;
    }

    private static Optional<LocalDate> on(OrderEvents order, MilestoneName name) {
        return standing(order, name).map(Milestone::on);
    }

    private static Optional<Milestone> standing(OrderEvents order, MilestoneName name) {
        return order.milestones().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
