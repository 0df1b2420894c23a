package dev.kontor.kernel.order;

import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.search.SearchIndex;
import dev.kontor.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders for reading, each reader within their {@link Sight}. Lists are paged by the running number: no page counts all. */
@Component(service = Orders.class)
public final class OrderList implements Orders {

    private final Transactions transactions;
    private final Rows rows;
    private final OrderRows orders;
    private final SearchIndex search;
    private final WaitingReasons reasons;

    @Activate
    public OrderList(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference OrderRows orders,
            @Reference SearchIndex search,
            @Reference WaitingReasons reasons) {
        this.transactions = transactions;
        this.rows = rows;
        this.orders = orders;
        this.search = search;
        this.reasons = reasons;
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        return transactions.read(() -> orders.seen(number, reader));
    }

    @Override
    public Optional<Order> order(OrderNumber number, Person reader) {
        return summary(number, reader)
                .filter(summary -> summary.revision() > 0)
                .flatMap(summary -> transactions.read(() -> orders.revision(number, summary.revision())))
                .map(Revision::order);
    }

    @Override
    public Optional<Order> order(OrderNumber number, int revision, Person reader) {
        return summary(number, reader).flatMap(summary -> transactions.read(() -> orders.revision(number, revision)))
                .map(Revision::order);
    }

    @Override
    public List<Milestone> milestones(OrderNumber number, Person reader) {
        return summary(number, reader)
                .map(summary -> transactions.read(() -> orders.milestones(number)))
                .orElse(List.of());
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        return summary(number, reader)
                .map(summary -> transactions.read(() -> reasons.of(number)))
                .orElse(List.of());
    }

    @Override
    public Page list(OrderFilter filter, Person reader) {
        Sight sight = transactions.read(() -> orders.sight(reader));
        Set<String> terms = search.terms(filter.words());
        if (!sight.any() || terms.isEmpty() && !filter.words().isBlank()) {
            return new Page(List.of(), "");
        }
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!sight.onlyOf().isEmpty()) {
            conditions.add("representative in (" + Rows.places(sight.onlyOf().size()) + ")");
            values.addAll(sight.onlyOf());
        }
        filter.milestone().ifPresent(name -> add(conditions, values, "milestone = ?", name));
        after(filter.after()).ifPresent(running -> add(conditions, values, "running < ?", running));
        if (!terms.isEmpty()) {
            conditions.add("number in (select order_number from kernel_word where word in (" + Rows.places(terms.size())
                    + ") group by order_number having count(distinct word) = " + terms.size() + ")");
            values.addAll(terms);
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String sql = OrderRows.SUMMARY + where + " order by running desc fetch first " + (filter.limit() + 1) + " rows only";
        return page(transactions.read(() -> rows.all(sql, values.toArray())), filter.limit());
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** A page address that somebody made up reads from the start. */
    private static Optional<Long> after(String after) {
        return after.matches("\\d{1,18}") ? Optional.of(Long.valueOf(after)) : Optional.empty();
    }

    private static Page page(List<Row> found, int limit) {
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? "" + shown.get(limit - 1).number(13) : "";
        return new Page(shown.stream().map(OrderRows::summary).toList(), next);
    }
}
