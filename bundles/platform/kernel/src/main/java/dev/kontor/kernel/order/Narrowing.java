package dev.kontor.kernel.order;

import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Keyset;
import dev.kontor.kernel.search.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The conditions of one list of orders over {@code kernel_order}, and what sorts it. */
final class Narrowing {

    private final List<Condition> conditions = new ArrayList<>();

    Narrowing with(Condition condition) {
        conditions.add(condition);
        return this;
    }

    private Narrowing with(String condition, Object... values) {
        return with(Condition.of(condition, values));
    }

    Narrowing in(String column, Collection<?> any) {
        return any.isEmpty() ? this : with(Condition.in(column, any));
    }

    Narrowing filter(OrderFilter filter, long now) {
        filter.milestone().ifPresent(name -> with("milestone = ?", name));
        in("customer", filter.customers());
        filter.representative().ifPresent(person -> with("representative = ?", person));
        filter.signedFrom().ifPresent(day -> with("signed_on >= ?", day));
        filter.signedUntil().ifPresent(day -> with("signed_on <= ?", day));
        filter.late().ifPresent(late -> with(late ? "due_at <= ?" : "due_at > ?", now));
        return this;
    }

    /** By the tasks that orders wait for, and by the files that departments have not opened. */
    static List<Mention> waiting(OrderFilter filter) {
        List<Mention> mentions = new ArrayList<>();
        filter.department().ifPresent(id -> mentions.add(new Mention(List.of(
                // a range and not like: the store finds it in the index; '/' comes next behind '.'
                Mention.Place.in(Mention.Table.TASK, "kind >= ? and kind < ?", id + ".", id + "/"),
                Mention.Place.in(Mention.Table.ARRIVAL, "department = ?", id)))));
        filter.role().ifPresent(role -> mentions.add(Mention.in(Mention.Table.TASK, "task_role = ?", role)));
        return mentions;
    }

    /** Amounts of two currencies are neither more nor less: each currency is sorted apart. */
    static Keyset keyset(OrderSort sort) {
        return new Keyset(
                switch (sort.by()) {
                    case NUMBER -> List.of("running");
                    case SIGNED_ON -> List.of("signed_on", "running");
                    case DUE -> List.of("due_at", "running");
                    case TOTAL -> List.of("currency", "total", "running");
                },
                sort.rising());
    }

    Condition all() {
        return conditions.stream().reduce(Condition::and).orElseGet(() -> Condition.of("1 = 1"));
    }
}
