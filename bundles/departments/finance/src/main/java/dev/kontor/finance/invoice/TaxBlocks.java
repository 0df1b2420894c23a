package dev.kontor.finance.invoice;

import dev.kontor.api.order.Order;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the order's page and its papers show of tax and invoices. */
@Component(service = TaxBlocks.class)
public final class TaxBlocks {

    private final InvoiceBook book;
    private final Invoicing invoicing;

    @Activate
    public TaxBlocks(@Reference InvoiceBook book, @Reference Invoicing invoicing) {
        this.book = book;
        this.invoicing = invoicing;
    }

    /** By rate: the order, what is invoiced of it, and what is left. */
    public Block byRate(Order order) {
        Taxes ordered = Taxes.of(order);
        Taxes invoiced = book.invoiced(order);
        List<List<Cell>> rows = new ArrayList<>();
        ordered.byRate().forEach(each -> rows.add(List.of(
                new Cell.Number(each.rate()),
                new Cell.Amount(each.net()),
                new Cell.Amount(each.tax()),
                new Cell.Amount(each.total()),
                new Cell.Amount(invoiced.at(each.rate()).total()),
                new Cell.Amount(each.total().minus(invoiced.at(each.rate()).total())))));
        if (rows.size() > 1) {
            rows.add(List.of(
                    Cell.words(Text.of("finance.invoice.sum")),
                    new Cell.Amount(ordered.net()),
                    new Cell.Amount(ordered.tax()),
                    new Cell.Amount(ordered.total()),
                    new Cell.Amount(invoiced.total()),
                    new Cell.Amount(ordered.total().minus(invoiced.total()))));
        }
        return new Block.Table(
                Text.of("finance.invoice.by-rate"),
                numbers("rate", "net", "tax", "total", "invoiced", "left"),
                rows,
                "",
                Text.of("finance.invoice.no-lines"));
    }

    /** Line by line as the contract has it: net, rate, tax and total. */
    public Block lines(Order order) {
        List<Block.Column> columns = new ArrayList<>(List.of(
                Block.Column.number(Text.of("finance.invoice.line")), Block.Column.of(Text.of("finance.invoice.goods"))));
        columns.addAll(numbers("quantity", "net", "rate", "tax", "total"));
        return new Block.Table(
                Text.of("finance.invoice.lines"),
                columns,
                order.lines().stream()
                        .map(each -> List.of(
                                Cell.plain(String.valueOf(each.position())),
                                Cell.plain(each.name() + " " + each.model()),
                                new Cell.Number(each.quantity()),
                                new Cell.Amount(each.net()),
                                new Cell.Number(each.taxRate()),
                                new Cell.Amount(each.tax()),
                                (Cell) new Cell.Amount(each.total())))
                        .toList(),
                "",
                Text.of("finance.invoice.no-lines"));
    }

    private static List<Block.Column> numbers(String... names) {
        return List.of(names).stream().map(each -> Block.Column.number(Text.of("finance.invoice." + each))).toList();
    }

    /** The order's invoices, each with what it is of and whether the customer has it. */
    public Block invoices(Order order) {
        return new Block.Table(
                Text.of("finance.invoice.of-this-order"),
                List.of(
                        Block.Column.of(Text.of("finance.invoice.issued-on")),
                        Block.Column.of(Text.of("finance.invoice.number")),
                        Block.Column.of(Text.of("finance.invoice.kind")),
                        Block.Column.of(Text.of("finance.invoice.scope")),
                        Block.Column.number(Text.of("finance.invoice.total")),
                        Block.Column.of(Text.of("finance.state"))),
                book.of(order.number()).stream().map(each -> row(order, each)).toList(),
                "",
                Text.of("finance.invoice.none-of-order"));
    }

    private List<Cell> row(Order order, Invoice each) {
        return List.of(
                new Cell.Day(each.issuedOn()),
                Cell.link(each.number().words(), "documents/" + each.document()),
                Cell.words(each.kind().words()),
                Cell.words(Invoicing.words(order, each.instalment())),
                new Cell.Amount(each.total()),
                state(order, each));
    }

    private Cell state(Order order, Invoice each) {
        if (each.kind() == InvoiceKind.RED_LETTER) {
            String number = book.invoice(each.reverses()).map(other -> other.number().toString()).orElse("");
            return Cell.words(Text.of("finance.invoice.takes-back", number));
        }
        if (!book.left(order, each).total().isPositive()) {
            return new Cell.Badge(Cell.Tone.NEUTRAL, Text.of("finance.invoice.taken-back"));
        }
        return each.receivedOn()
                .<Cell>map(day -> new Cell.Badge(Cell.Tone.GOOD, Text.of("finance.invoice.with-customer", day)))
                .orElse(new Cell.Badge(Cell.Tone.INFO, Text.of("finance.invoice.underway")));
    }

    /** Whether invoice or payment comes first, instalment by instalment; what was not entered is the company's usual term. */
    public Block terms(Order order) {
        return new Block.Facts(Text.of("finance.invoice.terms"), order.payment().instalments().stream()
                .map(each -> new Block.Fact(Invoicing.words(order, each.position()), Cell.words(term(order, each.position()))))
                .toList());
    }

    private Text term(Order order, int position) {
        String term = invoicing.term(order, position);
        return term.isEmpty() ? Text.of("finance.invoice.term-usual") : Text.of("finance.invoice.term." + term);
    }
}
