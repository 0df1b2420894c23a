package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import dev.kontor.finance.invoice.InvoiceBook;
import dev.kontor.finance.invoice.Tax;
import dev.kontor.finance.invoice.Taxes;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.penalty.Side;
import dev.kontor.finance.receipt.Posting;
import dev.kontor.finance.receipt.Receipts;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the sums of order, schedule, invoices, receipts and deliveries against each other, to the cent (对账; ). */
@Component(service = Reconciliation.class)
public final class Reconciliation {

    private final InvoiceBook invoices;
    private final Schedule schedule;
    private final Penalties penalties;
    private final Receipts receipts;

    @Activate
    public Reconciliation(
            @Reference InvoiceBook invoices, @Reference Schedule schedule, @Reference Penalties penalties, @Reference Receipts receipts) {
        this.invoices = invoices;
        this.schedule = schedule;
        this.penalties = penalties;
        this.receipts = receipts;
    }

    /**
     * @param file of an order that is submitted
     * @param day on which retention money may still be kept back
     */
    Figures of(OrderView file, LocalDate day) {
        Order order = file.order().orElseThrow();
        List<Due> dues = schedule.of(order.number());
        Money retained = sum(order, dues.stream().filter(due -> isRetained(due, day)).toList(), Due::open);
        Taxes invoiced = invoices.invoiced(order);
        Money scheduled = sum(order, dues, Due::amount);
        Money received = sum(order, dues, Due::paid);
        List<Text> differences = new ArrayList<>();
        if (!scheduled.equals(order.total())) {
            differences.add(Text.of("finance.settlement.schedule-differs", scheduled, order.total()));
        }
        if (!received.plus(retained).equals(order.total())) {
            differences.add(Text.of("finance.settlement.receipts-differ", received, order.total().minus(retained)));
        }
        receipts.of(order.number()).stream()
                .filter(each -> each.unallocated().isPositive())
                .forEach(each -> differences.add(Text.of("finance.settlement.unallocated", each.unallocated(), each.voucher())));
        differences.addAll(taxes(order, invoiced, retained));
        differences.addAll(execution(file));
        return new Figures(order.total(), scheduled, invoiced.total(), received, retained,
                penalties.owed(file, Side.LATE_PAYMENT), penalties.owed(file, Side.LATE_DELIVERY), differences);
    }

    private static boolean isRetained(Due due, LocalDate on) {
        return due.isRetention() && !due.isPaid() && due.dueOn().filter(day -> !day.isAfter(on)).isEmpty();
    }

    private static Money sum(Order order, List<Due> dues, Function<Due, Money> what) {
        return dues.stream().map(what).reduce(Money.zero(order.currency()), Money::plus);
    }

    /** Retention money that is not due need not be invoiced; everything else is, rate by rate. */
    private List<Text> taxes(Order order, Taxes invoiced, Money retained) {
        Taxes ordered = Taxes.of(order);
        Money missing = ordered.total().minus(invoiced.total());
        boolean mayWait = missing.compareTo(retained) <= 0;
        long papers = invoices.of(order.number()).size();
        return ordered.byRate().stream().flatMap(rate -> tax(rate, invoiced.at(rate.rate()), mayWait, papers)).toList();
    }

    /** A total is right to the cent; each invoice is rounded by itself, so its net may be a cent off for each further one. */
    private static Stream<Text> tax(Tax ordered, Tax invoiced, boolean mayWait, long papers) {
        int missing = ordered.total().compareTo(invoiced.total());
        if (missing < 0 || (missing > 0 && !mayWait)) {
            return Stream.of(Text.of("finance.settlement.invoices-differ", ordered.rate(), invoiced.total(), ordered.total()));
        }
        BigDecimal off = ordered.net().amount().subtract(invoiced.net().amount()).abs();
        return missing == 0 && off.compareTo(BigDecimal.valueOf(Math.max(0, papers - 1), 2)) > 0
                ? Stream.of(Text.of("finance.settlement.tax-differs", ordered.rate(), invoiced.tax(), ordered.tax()))
                : Stream.empty();
    }

    /** What sales and finance look at beside money: that all is delivered, and that nothing waits for a decision. */
    private List<Text> execution(OrderView file) {
        List<Text> open = new ArrayList<>();
        if (!file.milestones().contains(MilestoneName.LOGISTICS_DELIVERED)) {
            open.add(Text.of("finance.settlement.not-delivered"));
        }
        if (!Penalties.clauses(file.order().orElseThrow()).isEmpty() && !penalties.isRead(file)) {
            open.add(Text.of("finance.settlement.terms-unread"));
        }
        file.openTasks(Posting.RECORDING).forEach(task -> open.add(Text.of("finance.settlement.unrecorded", task.subject())));
        if (penalties.isWaiverOpen(file)) {
            open.add(Text.of("finance.settlement.waiver-open"));
        }
        if (penalties.isSetOffOpen(file)) {
            open.add(Text.of("finance.settlement.set-off-open"));
        }
        Money owed = penalties.accrued(file, Side.LATE_DELIVERY).minus(penalties.waived(file, Side.LATE_DELIVERY));
        Money setOff = penalties.settled(file, Side.LATE_DELIVERY);
        if (setOff.compareTo(owed) > 0) {
            open.add(Text.of("finance.settlement.set-off-differs", setOff, owed));
        }
        return open;
    }
}
