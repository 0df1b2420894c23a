package dev.kontor.kernel.order;

import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Money;
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
import dev.kontor.kernel.search.Mention;
import dev.kontor.kernel.search.SearchIndex;
import dev.kontor.store.Transactions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return transactions.read(() -> {
            Sight sight = orders.sight(reader);
            SearchIndex.Lookup lookup = search.lookup(filter.words());
            Narrowing narrowing = new Narrowing()
                    .in("representative", sight.onlyOf())
                    .filter(filter, clock.now().toEpochMilli());
            List<Mention> mentions = new ArrayList<>(lookup.mentions());
            mentions.addAll(Narrowing.waiting(filter));
            boolean none = !sight.any()
                    || lookup.nothing() && !filter.words().isBlank()
                    || !Shortlist.narrow(rows, mentions, narrowing);
            return none ? new Page(List.of(), "") : page(narrowing, sort, after, limit);
        });
    }

    private Page page(Narrowing narrowing, OrderSort sort, String after, int limit) {
        List<Row> found = Narrowing.keyset(sort)
                .read(rows, OrderRows.SUMMARY, narrowing.all(), Place.read(sort, after), limit + 1);
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Place.of(sort, shown.get(limit - 1)) : "";
        return new Page(shown.stream().map(OrderRows::summary).toList(), next);
    }

    /** Where a page ended, by what the list is sorted by. A page address that somebody made up reads from the start. */
    private static final class Place {

        private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,17}(\\.\\d{1,2})?");

        private Place() {}

        static List<?> read(OrderSort sort, String after) {
            String[] parts = after.split("_");
            if (parts.length != Narrowing.keyset(sort).columns().size()) {
                return List.of();
            }
            try {
                Long running = Long.valueOf(parts[parts.length - 1]);
                return switch (sort.by()) {
                    case NUMBER -> List.of(running);
                    case SIGNED_ON -> List.of(LocalDate.parse(parts[0]), running);
                    case DUE -> List.of(Long.valueOf(parts[0]), running);
                    case TOTAL -> AMOUNT.matcher(parts[1]).matches()
                            ? List.of(Money.zero(parts[0]).currency(), new BigDecimal(parts[1]), running)
                            : List.of();
                };
            } catch (IllegalArgumentException | DateTimeException madeUp) {
                return List.of();
            }
        }

        static String of(OrderSort sort, Row row) {
            String running = row.text(13);
            return switch (sort.by()) {
                case NUMBER -> running;
                case SIGNED_ON -> row.text(5) + "_" + running;
                case DUE -> row.text(14) + "_" + running;
                case TOTAL -> row.text(9) + "_" + row.amount(8).toPlainString() + "_" + running;
            };
        }
    }
}
