package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.order.MilestoneName;
import java.util.List;
import java.util.Optional;

/** Orders that their customer signed for by the date that was agreed then (交货及时性, R-0.2). */
record DeliveryOnTime() implements Indicator {

    @Override
    public String name() {
        return "logistics.delivery";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        return order.milestones().stream()
                .filter(each -> each.name().equals(MilestoneName.LOGISTICS_DELIVERED))
                .flatMap(each -> order.contentAt(each).stream().map(content -> new Counted(
                        Optional.empty(), "logistics", each.reachedAt(), "milestone.reached",
                        !each.on().isAfter(content.delivery().date()), "")))
                .toList();
    }
}
