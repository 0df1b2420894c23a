package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Submissions of an order without an entry error that was found afterwards. An error counts for who answers
 * for the order; how it is shared with who confirmed and reviewed it is said by entry.
 */
record EntryAccuracy() implements Indicator {

    @Override
    public String name() {
        return "entry.accuracy";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        List<Counted> counted = new ArrayList<>();
        order.lines("entry.submitted").forEach(line -> counted.add(
                new Counted(Optional.of(line.by()), "entry", line.at(), line.kind(), true, line.decision())));
        order.lines("entry.error-found").forEach(line -> counted.add(
                new Counted(order.content().map(Order::representative), "entry", line.at(), line.kind(), false, line.decision())));
        return counted;
    }
}
