package dev.kontor.console.pages;

import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.page.Cell;
import dev.kontor.api.task.Worklist;
import dev.kontor.console.list.ListColumn;
import java.util.List;
import java.util.Optional;

/**
 * A row of the list of orders.
 *
 * @param next the most urgent task that it waits for
 */
record OrderRow(OrderSummary order, Optional<Worklist.Item> next) {

    private static final Cell NONE = Cell.plain("–");

    static final List<ListColumn<OrderRow>> COLUMNS = List.of(
            new ListColumn<>("number", Words.column("order"), "number", true,
                    row -> Words.link(row.order.number().value(), "orders/" + row.order.number())),
            new ListColumn<>("contract", Words.column("contract"), "", true, row -> Cell.plain(row.order.contract().written())),
            new ListColumn<>("customer", Words.column("customer"), "", true, row -> Cell.plain(row.order.customerName())),
            new ListColumn<>("customer-id", Words.column("list.customer-id"), "", false,
                    row -> Words.link(row.order.customer().value(), "customers/" + row.order.customer())),
            new ListColumn<>("signed-on", Words.column("signed-on"), "signed-on", true, row -> new Cell.Day(row.order.signedOn())),
            new ListColumn<>("stage", Words.column("stage"), "", true, row -> OrdersPage.stage(row.order)),
            new ListColumn<>("waits-for", Words.column("list.waits-for"), "", true, OrderRow::waitsFor),
            new ListColumn<>("waits-on", Words.column("waiting.on"), "", false, OrderRow::waitsOn),
            new ListColumn<>("due", Words.column("due"), "due", true, row -> row.next.map(WorklistPage::due).orElse(NONE)),
            new ListColumn<>("total", Words.number("total"), "total", true,
                    row -> row.order.total().<Cell>map(Cell.Amount::new).orElse(NONE)),
            new ListColumn<>("representative", Words.column("representative"), "", false,
                    row -> Cell.words(Words.person(row.order.representative()))),
            new ListColumn<>("revision", Words.number("revision"), "", false,
                    row -> new Cell.Number(java.math.BigDecimal.valueOf(row.order.revision()))),
            new ListColumn<>("registered", Words.column("list.registered"), "", false, row -> new Cell.Moment(row.order.registeredAt())));

    private Cell waitsFor() {
        return next.<Cell>map(item -> new Cell.Many(List.of(
                        Cell.words(Words.task(item.task())), Cell.words(Words.holder(item.task())))))
                .orElse(NONE);
    }

    private Cell waitsOn() {
        return next.map(item -> Cell.words(Words.holder(item.task()))).orElse(NONE);
    }
}
