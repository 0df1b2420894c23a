package dev.kontor.supervision.score;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.supervision.facts.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The events of a month, by whom they count for. Made from events alone: the same events make the same counts. */
final class Counts {

    /** Whom events count for. @param kind {@link Score#PERSON} or {@link Score#DEPARTMENT} */
    record Who(String kind, String subject) implements Comparable<Who> {
        @Override
        public int compareTo(Who other) {
            return Comparator.comparing(Who::kind).thenComparing(Who::subject).compare(this, other);
        }
    }

    record Event(String indicator, OrderNumber order, Counted counted) {
        String line() {
            String whole = String.join("|", indicator, order.value(), counted.at().toString(), counted.kind(), String.valueOf(counted.good()),
                    counted.decision());
            return counted.isWhole() ? whole : whole + "|" + counted.share().stripTrailingZeros().toPlainString();
        }
    }

    private static final int PERCENT_SCALE = 1;

    private final Map<Who, List<Event>> events = new TreeMap<>();

    private Counts() {}

    static Counts of(List<Indicator> indicators, List<OrderEvents> orders, Predicate<Instant> inMonth) {
        Counts counts = new Counts();
        orders.forEach(order -> indicators.forEach(indicator -> indicator.count(order).stream()
                .filter(counted -> inMonth.test(counted.at()))
                .forEach(counted -> counts.add(new Event(indicator.name(), order.order(), counted)))));
        counts.events.values().forEach(each -> each.sort(Comparator.comparing(Event::line)));
        return counts;
    }

    private void add(Event event) {
        event.counted().person().ifPresent(person -> of(new Who(Score.PERSON, person.value())).add(event));
        if (!event.counted().department().isEmpty()) {
            of(new Who(Score.DEPARTMENT, event.counted().department())).add(event);
        }
    }

    private List<Event> of(Who who) {
        return events.computeIfAbsent(who, none -> new ArrayList<>());
    }

    Set<Who> everybody() {
        return Set.copyOf(events.keySet());
    }

    List<Event> events(Who who) {
        return List.copyOf(events.getOrDefault(who, List.of()));
    }

    /** One for each indicator that has an event, by name. */
    List<Measure> measures(Who who) {
        Map<String, List<Event>> byName = new TreeMap<>(events(who).stream().collect(Collectors.groupingBy(Event::indicator)));
        return byName.entrySet().stream().map(each -> measure(who, each.getKey(), each.getValue())).toList();
    }

    private static Measure measure(Who who, String name, List<Event> all) {
        List<Event> good = all.stream().filter(event -> event.counted().good()).toList();
        BigDecimal percent = shares(good).multiply(BigDecimal.valueOf(100)).divide(shares(all), PERCENT_SCALE, RoundingMode.HALF_UP);
        return new Measure(who.subject(), name, percent, good.size(), all.size());
    }

    private static BigDecimal shares(List<Event> events) {
        return events.stream().map(event -> event.counted().share()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
