package dev.kontor.kernel.order;

import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.kernel.rows.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The conditions of one list of orders over {@code kernel_order}, with the values of their places. */
final class Narrowing {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Narrowing with(String condition, Object... each) {
        conditions.add(condition);
        values.addAll(List.of(each));
        return this;
    }

    Narrowing in(String column, Collection<?> any) {
        return any.isEmpty() ? this : with(column + " in (" + Rows.places(any.size()) + ")", any.toArray());
    }

    Narrowing filter(OrderFilter filter, long now) {
        filter.milestone().ifPresent(name -> with("milestone = ?", name));
        in("customer", filter.customers());
        filter.representative().ifPresent(person -> with("representative = ?", person));
        filter.signedFrom().ifPresent(day -> with("signed_on >= ?", day));
        filter.signedUntil().ifPresent(day -> with("signed_on <= ?", day));
        filter.department().ifPresent(id -> with(
                "(number in (select order_number from kernel_task where kind like ?)"
                        + " or number in (select order_number from kernel_arrival where department = ?))",
                id + ".%", id));
        filter.role().ifPresent(role -> with("number in (select order_number from kernel_task where task_role = ?)", role));
        filter.late().ifPresent(late -> with(late ? "due_at <= ?" : "due_at > ?", now));
        return this;
    }

    /**
     * Goes on behind a row. The first condition alone lets a store begin in the middle of an index.
     *
     * @param key of the row, as {@link #column} holds it
     */
    Narrowing after(OrderSort sort, Object key, long running) {
        String column = column(sort);
        String sign = sort.rising() ? ">" : "<";
        return sort.by() == OrderSort.By.NUMBER
                ? with("running " + sign + " ?", running)
                : with("%1$s %2$s= ? and (%1$s %2$s ? or running %2$s ?)".formatted(column, sign), key, key, running);
    }

    static String column(OrderSort sort) {
        return switch (sort.by()) {
            case NUMBER -> "running";
            case SIGNED_ON -> "signed_on";
            case DUE -> "due_at";
            case TOTAL -> "total";
        };
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }
}
