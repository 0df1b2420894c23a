package dev.kontor.api.rule;

import dev.kontor.api.time.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A number that the regulation leaves to the company, as rules see it: the value in force on the day that counts.
 *
 * @param set the rule set that owns it
 * @param name unique in its set, {@code large-order-from}
 * @param unit {@code CNY}, {@code WD}, {@code %}, {@code days}, {@code months}, {@code points}, {@code count}
 * @param from the first day it is in force
 */
public record Parameter(String set, String name, BigDecimal value, String unit, LocalDate from, Clause clause) {

    /** @throws ArithmeticException if it is not a whole number */
    public WorkingDays workingDays() {
        return WorkingDays.of(value.intValueExact());
    }

    /** @throws ArithmeticException if it is not a whole number */
    public int whole() {
        return value.intValueExact();
    }
}
