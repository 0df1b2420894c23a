package dev.kontor.finance.invoice;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts at one rate of value-added tax.
 *
 * @param rate in percent, without trailing zeros: 13 and 13.00 are one rate
 * @param net without tax, {@code tax} the tax, of one currency; both negative where they take back
 */
public record Tax(BigDecimal rate, Money net, Money tax) {

    public Tax {
        rate = plain(rate);
    }

    /** So that rates can be compared and are written shortly. */
    static BigDecimal plain(BigDecimal rate) {
        BigDecimal brief = rate.stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }

    static Tax of(OrderLine line) {
        return new Tax(line.taxRate(), line.net(), line.tax());
    }

    static Tax none(BigDecimal rate, String currency) {
        return new Tax(rate, Money.zero(currency), Money.zero(currency));
    }

    /** Including tax (价税合计). */
    public Money total() {
        return net.plus(tax);
    }

    public Tax plus(Tax other) {
        return new Tax(rate, net.plus(other.net), tax.plus(other.tax));
    }

    public Tax negated() {
        return new Tax(rate, Money.zero(net.currency()).minus(net), Money.zero(tax.currency()).minus(tax));
    }

    public boolean isNothing() {
        return net.amount().signum() == 0 && tax.amount().signum() == 0;
    }

    /**
     * Whether the net amount is what the rate makes of the total.
     *
     * @param lines how many lines may each have been rounded to the cent by themselves
     */
    boolean fitsItsRate(long lines) {
        BigDecimal divisor = BigDecimal.ONE.add(rate.movePointLeft(2));
        BigDecimal exact = total().amount().divide(divisor, 2, RoundingMode.HALF_UP);
        return net.amount().subtract(exact).abs().compareTo(BigDecimal.valueOf(Math.max(0, lines - 1), 2)) <= 0;
    }
}
