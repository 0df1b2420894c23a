package dev.kontor.finance.penalty;

import dev.kontor.api.order.Money;
import dev.kontor.api.text.Text;
import dev.kontor.finance.facts.ContractDelay;

/**
 * What one matter of the contract costs for being late, as of today.
 *
 * @param matter as rules call it: {@code delivery}, a serial number, {@code instalment-2}
 * @param what the same in words
 * @param clause number of the breach clause
 * @param ended it was made good; otherwise its days go on
 * @param runs the rules have decided that it costs something
 */
record Penalty(String matter, Text what, Side side, String clause, Accrual accrual, Accrual.Rate rate, boolean ended, boolean runs) {

    Penalty running(boolean decided) {
        return new Penalty(matter, what, side, clause, accrual, rate, ended, decided);
    }

    boolean isBeyondGrace() {
        return accrual.daysBeyond(rate) > 0;
    }

    /** Nothing before the rules have decided that it runs. */
    Money amount() {
        return runs ? accrual.amount(rate) : Money.zero(accrual.base().currency());
    }

    ContractDelay fact() {
        return new ContractDelay(matter, side.value(), clause, accrual.daysLate(), rate.graceDays(), accrual.daysBeyond(rate));
    }
}
