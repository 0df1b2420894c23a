package dev.kontor.entry.need;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.time.Clock;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many orders and needs come by each channel, month by month, and what the orders are worth. */
@Component(service = ChannelCounts.class)
public final class ChannelCounts {

    /**
     * The orders of one month, channel and currency.
     *
     * @param month of signing
     * @param total including value-added tax
     */
    public record Orders(YearMonth month, String channel, long count, Money total) {}

    /**
     * The needs of one month and channel.
     *
     * @param month in which they were recorded
     * @param ordered how many of them led to an order
     */
    public record NeedsMet(YearMonth month, String channel, long count, long ordered) {}

    private record Key(YearMonth month, String channel) {}

    private final EntityManager rows;
    private final Clock clock;

    @Activate
    public ChannelCounts(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows, @Reference Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Counts a submitted order, by its latest revision alone. */
    public void count(Order order) {
        rows.createNativeQuery("DELETE FROM entry_counted WHERE order_number = ?1")
                .setParameter(1, order.number().value())
                .executeUpdate();
        rows.createNativeQuery("INSERT INTO entry_counted (order_number, channel, signed_month, currency, total) VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, order.number().value())
                .setParameter(2, order.channel())
                .setParameter(3, YearMonth.from(order.contract().signedOn()).toString())
                .setParameter(4, order.currency())
                .setParameter(5, order.total().amount())
                .executeUpdate();
    }

    /** Every submitted order, latest month first. */
    public List<Orders> orders() {
        List<?> found = rows.createNativeQuery("SELECT signed_month, channel, currency, count(*), sum(total) FROM entry_counted"
                        + " GROUP BY signed_month, channel, currency ORDER BY signed_month DESC, channel, currency")
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Orders(YearMonth.parse((String) row[0]), (String) row[1], ((Number) row[3]).longValue(),
                        new Money(new BigDecimal(row[4].toString()), (String) row[2])))
                .toList();
    }

    /** Every need, latest month first. A month begins when it does in the company's zone, which no database is asked. */
    public List<NeedsMet> needs() {
        List<?> found = rows.createNativeQuery("SELECT recorded_at, channel, order_number FROM entry_need").getResultList();
        Map<Key, List<Boolean>> met = found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> new Key(month(row[0]), (String) row[1]),
                        Collectors.mapping(row -> !((String) row[2]).isEmpty(), Collectors.toList())));
        return met.entrySet().stream()
                .map(one -> new NeedsMet(one.getKey().month(), one.getKey().channel(), one.getValue().size(),
                        one.getValue().stream().filter(ordered -> ordered).count()))
                .sorted(Comparator.comparing(NeedsMet::month).reversed().thenComparing(NeedsMet::channel))
                .toList();
    }

    private YearMonth month(Object millis) {
        return YearMonth.from(Instant.ofEpochMilli(((Number) millis).longValue()).atZone(clock.zone()));
    }
}
