package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Collecting;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Allocates receipts to instalments and takes wrong allocations back, to the cent. What is left of a receipt is flagged by a
 * task. Whoever calls it has locked the customer, so that no cent is allocated twice.
 */
@Component(service = Posting.class)
public final class Posting {

    static final TaskKind ALLOCATION = new TaskKind("finance.allocation");

    /** To the instalments in the order in which they fall due; what waits for an event comes last. */
    static final String OLDEST = "oldest";

    private static final Comparator<Due> BY_DAY =
            Comparator.comparing((Due due) -> due.dueOn().orElse(LocalDate.MAX)).thenComparing(Due::position);

    private final Receipts receipts;
    private final Schedule schedule;
    private final Collecting collecting;
    private final WorkingCalendar calendar;

    @Activate
    public Posting(
            @Reference Receipts receipts, @Reference Schedule schedule, @Reference Collecting collecting, @Reference WorkingCalendar calendar) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.collecting = collecting;
        this.calendar = calendar;
    }

    /**
     * Allocates what is left of the receipt as far as the order owes it.
     *
     * @param to {@link #OLDEST} or an instalment's position
     * @return how much was allocated
     */
    Money allocate(OrderFile file, Receipt receipt, String to) {
        Money before = receipt.unallocated();
        List<Due> owed = schedule.of(file.number()).stream()
                .filter(due -> !due.isPaid() && due.amount().currency().equals(receipt.credited().currency()))
                .filter(due -> to.equals(OLDEST) || due.subject().equals(to))
                .sorted(BY_DAY)
                .toList();
        for (Due due : owed) {
            Money part = due.open().compareTo(receipt.unallocated()) < 0 ? due.open() : receipt.unallocated();
            if (part.isPositive()) {
                receipts.keep(new Payment(receipt.id(), receipt.receivedOn(), due.position(), part, file));
                count(file.number(), due.position(), receipt);
            }
        }
        settle(file, receipt);
        return before.minus(receipt.unallocated());
    }

    /** A wrong allocation is taken back; it stays in the history, and the money is flagged on the order. */
    void reverse(OrderFile file, Payment payment, String why) {
        Receipt receipt = receipts.find(payment.receipt()).orElseThrow();
        if (!receipt.unallocated().isPositive()) {
            receipt.flagOn(file.number());
        }
        payment.reverse(why, file);
        count(file.number(), payment.position(), receipt);
        schedule.refresh(file);
        settle(file, receipt);
    }

    void repay(OrderFile file, Receipt receipt, String why) {
        receipt.repay(why, file);
        settle(file, receipt);
    }

    private void count(OrderNumber order, int position, Receipt receipt) {
        Money allocated = receipts.payments(receipt).stream()
                .filter(each -> !each.isReversed())
                .map(Payment::amount)
                .reduce(Money.zero(receipt.credited().currency()), Money::plus);
        receipt.allocated(allocated);
        schedule.paid(order, position);
    }

    private void settle(OrderFile file, Receipt receipt) {
        flag(file, receipt);
        collecting.settle(file);
    }

    /** Somebody must say what the rest is for. A receipt is flagged on one order only. */
    void flag(OrderFile file, Receipt receipt) {
        boolean flagged = file.openTasks(ALLOCATION).stream().anyMatch(task -> task.subject().equals(receipt.voucher()));
        boolean rest = receipt.unallocated().isPositive();
        if (rest && !flagged && receipt.order().equals(file.number()) && !schedule.of(file.number()).isEmpty()) {
            file.raise(NewTask.of(ALLOCATION, Role.FINANCE_CLERK)
                    .about(receipt.voucher())
                    .until(calendar.deadline(
                            file.today(),
                            Numbers.of(file.consult(Question.at(Schedule.DUE)), "allocation-days").workingDays())));
        } else if (!rest) {
            file.openTasks(ALLOCATION).stream()
                    .filter(task -> task.subject().equals(receipt.voucher()))
                    .forEach(task -> file.complete(task.id(), Outcome.of("allocated")));
        }
    }

    /** The order is cleared, for the first time or changed: what no longer fits its instalment, and what came before, is allocated. */
    public void open(OrderFile file) {
        for (Payment payment : schedule.history(file.number())) {
            if (!payment.isReversed() && !fits(payment)) {
                reverse(file, payment, Payment.REVISED);
                allocate(file, receipts.find(payment.receipt()).orElseThrow(), OLDEST);
            }
        }
        receipts.of(file.number()).stream()
                .filter(each -> each.unallocated().isPositive())
                .forEach(each -> allocate(file, each, OLDEST));
    }

    private boolean fits(Payment payment) {
        return schedule.instalment(payment.order(), payment.position())
                .filter(due -> due.amount().currency().equals(payment.amount().currency()))
                .filter(due -> due.paid().compareTo(due.amount()) <= 0)
                .isPresent();
    }
}
