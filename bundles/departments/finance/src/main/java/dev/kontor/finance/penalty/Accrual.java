package dev.kontor.finance.penalty;

import dev.kontor.api.order.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is late under the contract, and what that costs day by day. Days are calendar days; the due day itself is in time.
 *
 * @param due the last day in time
 * @param until the day on which it was made good; today while it is not
 * @param base what the penalty is a share of; of a payment what had to be paid
 * @param payments what was paid of the base; a payment counts from the day after it, so its own day is still late
 */
record Accrual(LocalDate due, LocalDate until, Money base, List<Payment> payments) {

    private static final int MILLE = 3;
    private static final int PER_CENT = 2;

    record Payment(LocalDate on, Money amount) {}

    Accrual {
        payments = List.copyOf(payments);
    }

    int daysLate() {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(due, until)));
    }

    /** Days of lateness after the grace; what rules compare. */
    int daysBeyond(Rate rate) {
        return Math.max(0, daysLate() - rate.graceDays());
    }

    /** Exact over all days and rounded half up to the cent once, at most the cap. Nothing within the grace. */
    Money amount(Rate rate) {
        if (daysBeyond(rate) == 0) {
            return Money.zero(base.currency());
        }
        long first = rate.graceCounts() ? 1 : rate.graceDays() + 1L;
        BigDecimal amountDays = LongStream.rangeClosed(first, daysLate())
                .mapToObj(day -> late(due.plusDays(day)).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Money accrued = Money.rounded(amountDays.multiply(rate.perMille()).movePointLeft(MILLE), base.currency());
        Money most = cap(rate);
        return accrued.compareTo(most) > 0 ? most : accrued;
    }

    boolean isCapped(Rate rate) {
        return daysBeyond(rate) > 0 && amount(rate).equals(cap(rate));
    }

    /** A share of what was late on the first day. */
    private Money cap(Rate rate) {
        return late(due.plusDays(1)).times(rate.capPercent().movePointLeft(PER_CENT));
    }

    private Money late(LocalDate day) {
        return payments.stream().filter(each -> each.on().isBefore(day)).map(Payment::amount).reduce(base, Money::minus);
    }

    /**
     * What the breach clause agrees.
     *
     * @param perMille of the base for each day
     * @param capPercent at most so many per cent of the base
     * @param graceDays calendar days that cost nothing
     * @param graceCounts once the grace has passed its days count too
     */
    record Rate(BigDecimal perMille, BigDecimal capPercent, int graceDays, boolean graceCounts) {}
}
