package dev.kontor.api.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An exact amount of one currency.
 *
 * @param amount in the currency's main unit with two decimals; may be negative
 * @param currency ISO 4217, three capitals
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        if (!CURRENCY.matcher(currency).matches()) {
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

    /** As people read it in either language, {@code ¥2,098,000.00} or {@code −EUR 1,200.50}: with a minus, not a hyphen. */
    public String written() {
        String figures = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount.abs());
        return (amount.signum() < 0 ? "−" : "") + (currency.equals("CNY") ? "¥" : currency + " ") + figures;
    }

    /** For example {@code CNY 2000000.00}, for machines; people read {@link #written}. */
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
