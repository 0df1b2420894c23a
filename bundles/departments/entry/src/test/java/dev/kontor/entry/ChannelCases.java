package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.entry.SubmissionCases.Desk;
import dev.kontor.entry.draft.Drafted;
import dev.kontor.entry.need.ChannelCounts;
import dev.kontor.entry.need.ChannelCounts.NeedsMet;
import dev.kontor.entry.need.ChannelCounts.Orders;
import dev.kontor.entry.need.Need;
import dev.kontor.entry.need.Needs;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The report by channel, the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChannelCases {

    private static final Values CONFIRMED = new Values(Map.of("confirmed", "yes"));
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final Desk desk;

    ChannelCases(StoreHarness store) {
        this.desk = Desk.on(store);
    }

    @AfterAll
    void close() {
        desk.store().close();
    }

    /** A thousand pieces of 333.33, so that cents count. */
    private FakeFile submitted(String channel, String signedOn, String currency) {
        FakeFile file = desk.file(draft(channel, signedOn, currency), "lina");
        desk.command(() -> desk.submission().submit(file, CONFIRMED));
        return file;
    }

    private static TreeMap<String, String> draft(String channel, String signedOn, String currency) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.putAll(Map.of("channel", channel, "signed-on", signedOn, "currency", currency));
        draft.putAll(Map.of("lines[0].quantity", "1000", "lines[0].price", "333.33"));
        return draft;
    }

    private static Orders orders(YearMonth month, String channel, long count, String total, String currency) {
        return new Orders(month, channel, count, new Money(new BigDecimal(total), currency));
    }

    @Test
    @DisplayName("R-3.1: every submitted order is counted once, by its latest revision, by month of signing, channel and currency")
    void ordersAreCountedByChannelMonthAndCurrency() {
        submitted("fair", "2026-02-28", "CNY");
        submitted("fair", "2026-03-01", "CNY");
        submitted("fair", "2026-03-02", "CNY");
        submitted("fair", "2026-03-02", "USD");
        FakeFile corrected = submitted("online", "2026-03-02", "CNY");
        desk.file(draft("referral", "2026-03-02", "CNY"), "lina");
        desk.write(corrected, draft("trade-press", "2026-03-02", "CNY"), "lina");
        desk.command(() -> desk.submission().submit(corrected, CONFIRMED));

        List<Orders> counted = desk.command(() -> desk.counts().orders());

        assertThat(counted).containsExactly(
                orders(MARCH, "fair", 2, "666660.00", "CNY"),
                orders(MARCH, "fair", 1, "333330.00", "USD"),
                orders(MARCH, "trade-press", 1, "333330.00", "CNY"),
                orders(FEBRUARY, "fair", 1, "333330.00", "CNY"));
    }

    @Test
    @DisplayName("R-3.1: needs are counted by the month in the company's zone, with how many became orders")
    void needsAreCountedByChannelAndMonth() {
        Needs needs = new Needs(desk.store().unit("entry"));
        desk.command(() -> {
            needs.add(need("a", "fair", Optional.empty(), "2026-02-28T15:59:59Z"));
            needs.add(need("b", "fair", Optional.of(OrderNumber.of(2026, 1)), "2026-02-28T16:00:00Z"));
            needs.add(need("c", "fair", Optional.empty(), "2026-03-31T15:59:59Z"));
            needs.add(need("d", "", Optional.empty(), "2026-03-01T00:00:00Z"));
            return true;
        });

        List<NeedsMet> counted = desk.command(() -> desk.counts().needs());

        assertThat(counted).containsExactly(
                new NeedsMet(MARCH, "", 1, 0), new NeedsMet(MARCH, "fair", 2, 1), new NeedsMet(FEBRUARY, "fair", 1, 0));
    }

    private static Need need(String id, String channel, Optional<OrderNumber> order, String recordedAt) {
        return new Need(id.repeat(36), "", "宁波海天", channel, "VMC-850", "1", "", "", "", "", new PersonId("lina"),
                order.map(OrderNumber::value).orElse(""), Instant.parse(recordedAt), 0);
    }
}
