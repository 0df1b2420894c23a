package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Entry;
import dev.kontor.supervision.events.Lines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follow-up visits after which after-sales had nothing to improve (顾客满意, R-0.2, R-8.4). How satisfied is satisfied enough is
 * said by after-sales' own rules: a visit that they answer with an improvement, in the same command, was none of those.
 */
record Satisfaction() implements Indicator {

    @Override
    public String name() {
        return "aftersales.satisfaction";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        Set<Instant> improved = order.lines("task.raised").stream()
                .filter(line -> Lines.task(line).equals("aftersales.improvement"))
                .map(Entry::at)
                .collect(Collectors.toSet());
        return order.lines("aftersales.visit-held").stream()
                .map(line -> new Counted(
                        Optional.of(line.by()), "aftersales", line.at(), line.kind(), !improved.contains(line.at()), line.decision()))
                .toList();
    }
}
