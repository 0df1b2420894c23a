package dev.kontor.kernel.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A condition, with the values of its places. */
public record Condition(String sql, List<?> values) {

    public Condition {
        values = List.copyOf(values);
    }

    public static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /**
     * One of the values. Filled up to a power of two by naming one again: a store keeps the plans of few statements, not of
     * any number.
     */
    public static Condition in(String column, Collection<?> any) {
        if (any.isEmpty()) {
            return of("1 = 0");
        }
        if (any.size() == 1) {
            return of(column + " = ?", any.iterator().next()); // so that an index that goes on behind it is read in its order
        }
        List<Object> filled = new ArrayList<>(any);
        while (Integer.bitCount(filled.size()) > 1) {
            filled.add(filled.get(0));
        }
        return new Condition(column + " in (" + Rows.places(filled.size()) + ")", filled);
    }

    public Condition and(Condition other) {
        return new Condition(sql + " and " + other.sql, Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
