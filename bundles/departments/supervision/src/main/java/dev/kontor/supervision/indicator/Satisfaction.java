package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import java.util.List;

/** Follow-up visits whose customer was satisfied (顾客满意, R-0.2, R-8.6), as after-sales recorded them. */
record Satisfaction() implements Indicator {

    @Override
    public String name() {
        return "aftersales.satisfaction";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        return List.of();
    }
}
