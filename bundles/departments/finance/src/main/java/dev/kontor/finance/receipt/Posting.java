package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Collecting;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.facts.ReceiptRecorded;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.PaymentKind;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Money that was found without an order is to be recorded on the one that it belongs to. */
    public static final TaskKind RECORDING = new TaskKind("finance.recording");

    private static final ConsultationPoint IN_TIME = new ConsultationPoint("finance/deadlines");

    /** To the instalments in the order in which they fall due; what waits for an event comes last. */
    static final String OLDEST = "oldest";

    private static final Comparator<Due> BY_DAY =
            Comparator.comparing((Due due) -> due.dueOn().orElse(LocalDate.MAX)).thenComparing(Due::position);

    private final Receipts receipts;
    private final Schedule schedule;
    private final Collecting collecting;
    private final SettingOff setOffs;
    private final WorkingCalendar calendar;

    @Activate
    public Posting(
            @Reference Receipts receipts, @Reference Schedule schedule, @Reference Collecting collecting, @Reference SettingOff setOffs,
            @Reference WorkingCalendar calendar) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.collecting = collecting;
        this.setOffs = setOffs;
        this.calendar = calendar;
    }

    /** The money of a voucher belongs to the order, and is to be recorded there. */
    void ask(OrderFile file, String voucher) {
        if (receipts.byVoucher(voucher).isEmpty()) {
            NewTask task = NewTask.of(RECORDING, Role.FINANCE_CLERK).about(voucher);
            file.raise(file.order().isPresent() ? task.until(soon(file)) : task); // before nobody can record it
        }
    }

    /** Money was recorded: whoever waited for it waits no longer. The rules say whether that was in time, unless it was missing its order. */
    void recorded(OrderFile file, Receipt receipt) {
        List<Task> asked = file.openTasks(RECORDING).stream().filter(task -> task.subject().equals(receipt.voucher())).toList();
        asked.forEach(task -> file.complete(task.id(), Outcome.of("recorded")));
        if (asked.isEmpty()) {
            int days = calendar.workingDaysBetween(receipt.receivedOn(), file.today());
            file.consult(Question.at(IN_TIME, new ReceiptRecorded(receipt.voucher(), receipt.receivedOn().toString(), days)).addingOnly());
        }
    }

    private Deadline soon(OrderFile file) {
        return calendar.deadline(file.today(), Numbers.of(file.consult(Question.at(Schedule.DUE)), "allocation-days").workingDays());
    }

    /**
     * Allocates what is left of the receipt as far as the order owes it.
     *
     * @param to {@link #OLDEST} or an instalment's position
     * @return how much was allocated
     */
    Money allocate(OrderFile file, Receipt receipt, String to) {
        Money before = receipt.unallocated();
        for (Due due : owed(schedule, file, receipt.credited().currency(), to)) {
            Money part = Collections.min(List.of(due.open(), receipt.unallocated()));
            if (part.isPositive()) {
                receipts.keep(new Payment(receipt.id(), receipt.receivedOn(), due.position(), part, file));
                count(receipt);
                schedule.paid(file.number(), due.position());
            }
        }
        settle(file, receipt);
        return before.minus(receipt.unallocated());
    }

    static List<Due> owed(Schedule schedule, OrderFile file, String currency, String to) {
        return schedule.of(file.number()).stream()
                .filter(due -> !due.isPaid() && due.amount().currency().equals(currency))
                .filter(due -> to.equals(OLDEST) || due.subject().equals(to))
                .sorted(BY_DAY)
                .toList();
    }

    /**
     * Allocates what is left of the receipt to the penalty for paying late.
     *
     * @param owed of that penalty
     * @return how much was allocated
     */
    Money allocateToPenalty(OrderFile file, Receipt receipt, Money owed) {
        boolean same = owed.currency().equals(receipt.credited().currency());
        Money part = same ? Collections.min(List.of(owed, receipt.unallocated())) : Money.zero(owed.currency());
        if (part.isPositive()) {
            receipts.keep(Payment.ofPenalty(receipt.id(), receipt.receivedOn(), part, file));
            count(receipt);
        }
        settle(file, receipt);
        return part;
    }

    /** A wrong allocation is taken back; it stays in the history, and the money is flagged on the order. */
    void reverse(OrderFile file, Payment payment, String why) {
        Optional<Receipt> money = receipts.find(payment.receipt());
        money.filter(receipt -> !receipt.unallocated().isPositive()).ifPresent(receipt -> receipt.flagOn(file.number()));
        payment.reverse(why, file);
        money.ifPresent(this::count);
        schedule.paid(file.number(), payment.position());
        schedule.refresh(file);
        money.ifPresent(receipt -> flag(file, receipt));
        collecting.settle(file);
    }

    void repay(OrderFile file, Receipt receipt, String why) {
        receipt.repay(why, file);
        settle(file, receipt);
    }

    private void count(Receipt receipt) {
        Money allocated = receipts.payments(receipt).stream()
                .filter(each -> !each.isReversed())
                .map(Payment::amount)
                .reduce(Money.zero(receipt.credited().currency()), Money::plus);
        receipt.allocated(allocated);
    }

    private void settle(OrderFile file, Receipt receipt) {
        flag(file, receipt);
        collecting.settle(file);
    }

    /** Somebody must say what the rest is for. A receipt is flagged on one order only. */
    void flag(OrderFile file, Receipt receipt) {
        boolean flagged = file.openTasks(ALLOCATION).stream().anyMatch(task -> task.subject().equals(receipt.voucher()));
        boolean rest = receipt.unallocated().isPositive();
        if (rest && !flagged && receipt.order().equals(file.number()) && isFollowed(file)) {
            file.raise(NewTask.of(ALLOCATION, Role.FINANCE_CLERK).about(receipt.voucher()).until(soon(file)));
        } else if (!rest) {
            file.openTasks(ALLOCATION).stream()
                    .filter(task -> task.subject().equals(receipt.voucher()))
                    .forEach(task -> file.complete(task.id(), Outcome.of("allocated")));
        }
    }

    /** Before an order is cleared nobody can say what its money is for. */
    private boolean isFollowed(OrderFile file) {
        return file.milestones().contains(MilestoneName.REVIEW_TERMINATED) || !schedule.of(file.number()).isEmpty();
    }

    /** The order has ended: whatever was paid for it is flagged until it is repaid, or allocated to another order. */
    public void close(OrderFile file) {
        file.order().ifPresent(order -> file.lock(order.customer()));
        schedule.history(file.number()).stream()
                .filter(payment -> !payment.isReversed())
                .forEach(payment -> reverse(file, payment, Payment.ENDED));
        receipts.of(file.number()).forEach(receipt -> flag(file, receipt));
    }

    /** The order is cleared, for the first time or changed: what no longer fits its instalment, and what came before, is allocated. */
    public void open(OrderFile file) {
        for (Payment payment : schedule.history(file.number())) {
            if (!payment.isReversed() && !fits(payment)) {
                reverse(file, payment, Payment.REVISED);
                if (payment.kind() == PaymentKind.SET_OFF) {
                    setOffs.again(file, payment);
                }
                receipts.find(payment.receipt()).ifPresent(receipt -> allocate(file, receipt, OLDEST));
            }
        }
        receipts.of(file.number()).stream()
                .filter(each -> each.unallocated().isPositive())
                .forEach(each -> allocate(file, each, OLDEST));
    }

    private boolean fits(Payment payment) {
        return payment.kind() == PaymentKind.PENALTY || schedule.instalment(payment.order(), payment.position())
                .filter(due -> due.amount().currency().equals(payment.amount().currency()))
                .filter(due -> due.paid().compareTo(due.amount()) <= 0)
                .isPresent();
    }
}
