package dev.kontor.entry.opening;

import dev.kontor.entry.opening.Opening.Counted;
import dev.kontor.entry.opening.Opening.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the books say beside what the rows come to, customer by customer (对账). */
record Totals(List<Line> lines) {

    /** One customer in one currency, on either side or both. */
    record Line(String customer, String currency, Optional<Stated> stated, Optional<Counted> counted) {

        boolean agrees() {
            return stated.isPresent() && counted.isPresent()
                    && stated.get().orders() == counted.get().orders()
                    && stated.get().receivable().compareTo(counted.get().receivable()) == 0
                    && stated.get().exposure().compareTo(counted.get().exposure()) == 0;
        }
    }

    static Totals of(List<Stated> stated, List<Counted> counted) {
        Map<String, Line> lines = new TreeMap<>();
        stated.forEach(each -> lines.put(each.customer() + " " + each.currency(),
                new Line(each.customer(), each.currency(), Optional.of(each), Optional.empty())));
        counted.forEach(each -> lines.merge(each.customer() + " " + each.currency(),
                new Line(each.customer(), each.currency(), Optional.empty(), Optional.of(each)),
                (said, found) -> new Line(said.customer(), said.currency(), said.stated(), found.counted())));
        return new Totals(new ArrayList<>(lines.values()));
    }

    /** Where books and rows differ. */
    List<Line> differences() {
        return lines.stream().filter(line -> !line.agrees()).toList();
    }

    int orders() {
        return lines.stream().flatMap(line -> line.counted().stream()).mapToInt(Counted::orders).sum();
    }

    /** By currency. */
    Map<String, BigDecimal> receivable() {
        return sums(true);
    }

    Map<String, BigDecimal> exposure() {
        return sums(false);
    }

    private Map<String, BigDecimal> sums(boolean receivable) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines.stream().flatMap(line -> line.counted().stream())
                .forEach(each -> sums.merge(each.currency(), receivable ? each.receivable() : each.exposure(), BigDecimal::add));
        return sums;
    }
}
