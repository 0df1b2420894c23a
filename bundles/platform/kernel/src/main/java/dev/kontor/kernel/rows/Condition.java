package dev.kontor.kernel.rows;

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

    public Condition and(Condition other) {
        return new Condition(sql + " and " + other.sql, Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
