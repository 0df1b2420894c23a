package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Entry;
import dev.kontor.supervision.events.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receipts that came in time, among those and the instalments that were late (收款及时性, R-10.2). An instalment that was late
 * counts once: when it was first called about, not again when it is paid at last; money goes to what fell due first.
 */
record Collection() implements Indicator {

    @Override
    public String name() {
        return "finance.collection";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        List<Entry> owed = new ArrayList<>(Lines.latePayments(order).values());
        List<Counted> counted = new ArrayList<>();
        owed.forEach(line -> counted.add(counted(line, false)));
        for (Entry line : order.lines("finance.receipt-recorded")) {
            Optional<Entry> paid = owed.stream().filter(each -> each.sequence() < line.sequence()).findFirst();
            paid.ifPresentOrElse(owed::remove, () -> counted.add(counted(line, true)));
        }
        return counted;
    }

    private static Counted counted(Entry line, boolean good) {
        return new Counted(Optional.empty(), "finance", line.at(), line.kind(), good, line.decision());
    }
}
