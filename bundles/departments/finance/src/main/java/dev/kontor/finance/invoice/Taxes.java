package dev.kontor.finance.invoice;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Amounts by rate of value-added tax, of one currency: of an order, of an invoice, or of what is left between them.
 *
 * @param byRate each rate once, the lowest first
 */
public record Taxes(List<Tax> byRate, String currency) {

    public Taxes {
        byRate = List.copyOf(byRate);
    }

    /** Added up by rate. */
    static Taxes of(Collection<Tax> parts, String currency) {
        Map<BigDecimal, Tax> sums = new TreeMap<>();
        parts.forEach(part -> sums.merge(part.rate(), part, Tax::plus));
        return new Taxes(List.copyOf(sums.values()), currency);
    }

    /** What the order's lines come to, each rounded by itself. */
    public static Taxes of(Order order) {
        return of(order.lines().stream().map(Tax::of).toList(), order.currency());
    }

    /** How many lines of the order carry the rate. */
    static long lines(Order order, BigDecimal rate) {
        return order.lines().stream().map(OrderLine::taxRate).map(Tax::plain).filter(Tax.plain(rate)::equals).count();
    }

    /** What is left at each rate; negative where more was taken away. */
    public Taxes minus(Taxes other) {
        return of(Stream.concat(byRate.stream(), other.byRate.stream().map(Tax::negated)).toList(), currency);
    }

    public Tax at(BigDecimal rate) {
        return byRate.stream().filter(each -> each.rate().equals(Tax.plain(rate))).findFirst().orElse(Tax.none(rate, currency));
    }

    public Money net() {
        return byRate.stream().map(Tax::net).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax() {
        return byRate.stream().map(Tax::tax).reduce(Money.zero(currency), Money::plus);
    }

    public Money total() {
        return net().plus(tax());
    }
}
