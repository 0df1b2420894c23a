package dev.kontor.kernel.order;

import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.search.SearchIndex;
import dev.kontor.store.Transactions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders for reading, each reader within their {@link Sight}. A page of a list says where it ended: none counts all. */
@Component(service = Orders.class)
public final class OrderList implements Orders {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final Rows rows;
    private final OrderRows orders;
    private final SearchIndex search;
    private final WaitingReasons reasons;
    private final Clock clock;

    @Activate
    public OrderList(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference OrderRows orders,
            @Reference SearchIndex search,
            @Reference WaitingReasons reasons,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.orders = orders;
        this.search = search;
        this.reasons = reasons;
        this.clock = clock;
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
    public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to %d orders, not %d.".formatted(MOST, limit));
        }
        Sight sight = transactions.read(() -> orders.sight(reader));
        SearchIndex.Lookup lookup = search.lookup(filter.words());
        if (!sight.any() || lookup.nothing() && !filter.words().isBlank()) {
            return new Page(List.of(), "");
        }
        Narrowing narrowing = new Narrowing()
                .in("representative", sight.onlyOf())
                .filter(filter, clock.now().toEpochMilli());
        lookup.conditions("number").forEach(condition -> narrowing.with(condition.sql(), condition.values()));
        Place.read(sort, after).ifPresent(place -> narrowing.after(sort, place.key(), place.running()));
        String direction = sort.rising() ? " asc" : " desc";
        String sql = OrderRows.SUMMARY + narrowing.where() + " order by " + Narrowing.column(sort) + direction + ", running"
                + direction + " fetch first " + (limit + 1) + " rows only";
        List<Row> found = transactions.read(() -> rows.all(sql, narrowing.values()));
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Place.of(sort, shown.get(limit - 1)).toString() : "";
        return new Page(shown.stream().map(OrderRows::summary).toList(), next);
    }

    /**
     * Where a page ended, by what the list is sorted by. A page address that somebody made up reads from the start.
     *
     * @param key nothing that counts where the list is sorted by the running number
     */
    private record Place(Object key, long running) {

        private static final Pattern WRITTEN = Pattern.compile("([0-9.-]{1,24})_(\\d{1,18})");

        static Optional<Place> read(OrderSort sort, String after) {
            Matcher matcher = WRITTEN.matcher(after);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(key(sort, matcher.group(1)), Long.parseLong(matcher.group(2))));
            } catch (NumberFormatException | DateTimeException madeUp) {
                return Optional.empty();
            }
        }

        private static Object key(OrderSort sort, String written) {
            return switch (sort.by()) {
                case NUMBER -> 0;
                case SIGNED_ON -> LocalDate.parse(written);
                case DUE -> Long.valueOf(written);
                case TOTAL -> new BigDecimal(written);
            };
        }

        static Place of(OrderSort sort, Row row) {
            Object key = switch (sort.by()) {
                case NUMBER -> 0;
                case SIGNED_ON -> row.day(5);
                case DUE -> row.number(14);
                case TOTAL -> row.amount(8).toPlainString();
            };
            return new Place(key, row.number(13));
        }

        @Override
        public String toString() {
            return key + "_" + running;
        }
    }
}
