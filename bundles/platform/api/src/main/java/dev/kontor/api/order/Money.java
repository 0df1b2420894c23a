package dev.kontor.api.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency.
 *
 * @param amount in the currency's main unit with two decimals; may be negative
 * @param currency ISO 4217, three capitals
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("The currency (%s) must be three capitals, like CNY.".formatted(currency));
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money cny(long yuan) {
        return new Money(BigDecimal.valueOf(yuan), "CNY");
    }

    /** Rounds half up to the cent. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** Rounded half up to the cent. */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** For example {@code CNY 2000000.00}; pages format by locale instead. */
    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s are of different currencies.".formatted(this, other));
        }
        return other;
    }
}
