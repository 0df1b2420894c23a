package dev.kontor.finance.schedule;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An instalment as it stands: what is owed, when, and what came.
 *
 * @param position as in the order's payment plan
 * @param paid in the order's currency, what was allocated to it
 * @param dueOn its last day, rolled past days off; a day agreed in a hardship case or for a guarantee counts instead of the contract's
 * @param contractDueOn what the contract alone would say; differs from {@code dueOn} only where another was agreed
 * @param waitingFor the events that have not happened; empty when the due day is known
 * @param lastReceipt the day of the latest receipt that was allocated to it
 * @param promised the day by which the customer said it would pay
 * @param level the dunning level reached: {@code call}, {@code reminder}, {@code letter}, {@code lawyer}, {@code decision};
 *     empty when none is
 * @param disputed a warranty case disputes it; its day stays (policy 12)
 */
public record Due(
        OrderNumber order,
        int position,
        String kind,
        String customer,
        String customerName,
        Money amount,
        Money paid,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> contractDueOn,
        List<String> waitingFor,
        Optional<LocalDate> lastReceipt,
        Optional<LocalDate> promised,
        String level,
        boolean disputed) {

    public Due {
        waitingFor = List.copyOf(waitingFor);
    }

    /** What is not paid; never negative. */
    public Money open() {
        return isPaid() ? Money.zero(amount.currency()) : amount.minus(paid);
    }

    public boolean isPaid() {
        return paid.compareTo(amount) >= 0;
    }

    public boolean isRetention() {
        return kind.equals(PlannedInstalment.RETENTION);
    }

    /** Calendar days behind the due day: 0 on it, negative before; 0 too while it is not known. */
    public int daysLate(LocalDate today) {
        return dueOn.map(day -> (int) ChronoUnit.DAYS.between(day, today)).orElse(0);
    }

    public boolean isOverdue(LocalDate today) {
        return !isPaid() && daysLate(today) > 0;
    }

    /** As tasks and rules call it. */
    public String subject() {
        return String.valueOf(position);
    }
}
