package dev.kontor.finance.invoice;

import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From which day the customer has had invoices of a whole instalment: those of it, or those of the whole order together with
 * those of other instalments. What a red letter takes back covers nothing; part of an instalment starts no due day.
 */
final class Coverage {

    /** What is left of an invoice. */
    private record Standing(int instalment, Money left, LocalDate receivedOn) {}

    private final Order order;
    private final List<Standing> received;

    private Coverage(Order order, List<Standing> received) {
        this.order = order;
        this.received = received;
    }

    /** By position, of the instalments that fall due by their invoice. */
    static Map<Integer, LocalDate> received(Order order, InvoiceBook book) {
        List<Standing> received = new ArrayList<>();
        for (Invoice invoice : book.of(order.number())) {
            invoice.receivedOn().ifPresent(day -> received.add(new Standing(invoice.instalment(), book.left(order, invoice).total(), day)));
        }
        Coverage coverage = new Coverage(order, received);
        Map<Integer, LocalDate> days = new TreeMap<>();
        order.payment().instalments().stream()
                .filter(each -> each.due().events().contains(Schedule.INVOICE_RECEIVED))
                .forEach(each -> coverage.since(each).ifPresent(day -> days.put(each.position(), day)));
        return days;
    }

    private Optional<LocalDate> since(Instalment instalment) {
        List<Standing> own = received.stream().filter(each -> each.instalment() == instalment.position()).toList();
        return Stream.of(reached(own, instalment.amount()), reached(received, order.total()))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /** The day on which invoices come to the amount. */
    private static Optional<LocalDate> reached(List<Standing> invoices, Money amount) {
        Money sum = Money.zero(amount.currency());
        for (Standing each : invoices.stream().sorted(Comparator.comparing(Standing::receivedOn)).toList()) {
            sum = sum.plus(each.left());
            if (sum.compareTo(amount) >= 0) {
                return Optional.of(each.receivedOn());
            }
        }
        return Optional.empty();
    }
}
