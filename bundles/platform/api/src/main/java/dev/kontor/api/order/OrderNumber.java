package dev.kontor.api.order;

import java.util.regex.Pattern;

/**
 * The company's own number of a sales order, {@code SO-2026-00417}: year of registration and a running number.
 *
 * @see "Regulation, clause 3.2 (R-3.5)"
 */
public record OrderNumber(String value) implements Comparable<OrderNumber> {

    private static final Pattern FORM = Pattern.compile("SO-\\d{4}-\\d{5,9}");

    public OrderNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The order number (%s) must look like SO-2026-00417.".formatted(value));
        }
    }

    public static OrderNumber of(int year, long running) {
        return new OrderNumber("SO-%04d-%05d".formatted(year, running));
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
