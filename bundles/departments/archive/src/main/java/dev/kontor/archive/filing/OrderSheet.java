package dev.kontor.archive.filing;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Order;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Block.Column;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The order as it was entered (订单信息), with its lines, instalments and terms, as a paper. */
final class OrderSheet {

    private OrderSheet() {}

    static Paper of(Order order) {
        return new Paper(
                "order-" + order.number(), Text.of("document.entry.order"), order.number().value(),
                List.of(head(order), lines(order), instalments(order), terms(order)), List.of());
    }

    private static Block head(Order order) {
        return new Block.Facts(Text.plain(""), List.of(
                fact("contract", Cell.plain(order.contract().number().written())),
                fact("signed-on", new Cell.Day(order.contract().signedOn())),
                fact("revision", new Cell.Number(BigDecimal.valueOf(order.revision()))),
                fact("customer", Cell.plain(order.customer() + " " + order.customerName())),
                fact("contact", Cell.plain(String.join(" ", order.contact().name(), order.contact().phone(), order.contact().email()))),
                fact("delivery-on", new Cell.Day(order.delivery().date())),
                fact("delivery-place", Cell.plain(order.delivery().place())),
                fact("total", new Cell.Amount(order.total()))));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("archive." + key), value);
    }

    private static List<Column> columns(String... names) {
        return Stream.of(names).map(name -> Column.of(Text.of("archive." + name))).toList();
    }

    private static Block table(String caption, List<Column> columns, List<List<Cell>> rows) {
        return new Block.Table(Text.of("archive." + caption), columns, rows, "", Text.plain(""));
    }

    private static Block lines(Order order) {
        return table("order-lines", columns("position", "model", "line-name", "quantity", "unit", "unit-price", "tax-rate", "total"),
                order.lines().stream()
                        .map(line -> List.<Cell>of(
                                new Cell.Number(BigDecimal.valueOf(line.position())), Cell.plain(line.model()), Cell.plain(line.name()),
                                new Cell.Number(line.quantity()), Cell.plain(line.unit()), new Cell.Amount(line.unitPrice()),
                                new Cell.Number(line.taxRate()), new Cell.Amount(line.total())))
                        .toList());
    }

    private static Block instalments(Order order) {
        return table("instalments", columns("position", "instalment", "means", "amount", "due"),
                order.payment().instalments().stream()
                        .map(part -> List.<Cell>of(
                                new Cell.Number(BigDecimal.valueOf(part.position())),
                                Cell.words(Text.of("console.instalment." + part.kind())),
                                Cell.words(Text.of("console.means." + part.means())),
                                new Cell.Amount(part.amount()), due(part.due())))
                        .toList());
    }

    private static Cell due(DueTerm due) {
        if (!due.on().isEmpty()) {
            return Cell.plain(due.on());
        }
        List<Text> events = new ArrayList<>(due.events().stream().map(event -> Text.of("console.event." + event)).toList());
        return Cell.words(Text.of("archive.due-after", Missing.joined(events), due.months(), due.days()));
    }

    private static Block terms(Order order) {
        return table("terms", columns("term-number", "term-kind", "term-words"),
                order.terms().stream()
                        .map(term -> List.<Cell>of(
                                Cell.plain(term.number()), Cell.words(Text.of("console.term." + term.kind())), Cell.plain(term.words())))
                        .toList());
    }
}
