package dev.kontor.finance.invoice;

import dev.kontor.api.form.Field;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of invoices (发票登记), the latest first, in parts. */
@Component
public final class InvoicesPage implements Page {

    private static final int ROWS = 50;
    private static final String PATH = "finance/invoices";

    private final InvoiceBook book;

    @Activate
    public InvoicesPage(@Reference InvoiceBook book) {
        this.book = book;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.register");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "file-invoice", 25));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        String kind = kind(query);
        int rows = query.rows(ROWS);
        List<Invoice> found = book.list(kind, InvoiceBook.Mark.of(query.parameter("after")), rows + 1);
        List<Invoice> shown = found.subList(0, Math.min(rows, found.size()));
        String next = found.size() > rows ? next(kind, rows, shown.get(shown.size() - 1)) : "";
        return View.of(
                        title(),
                        new Block.Search(PATH, Text.plain(""), kind, List.of(kinds())),
                        new Block.Table(title(), columns(), shown.stream().map(InvoicesPage::row).toList(), next, Text.of("finance.invoice.none")))
                .withAbove(Text.of("finance.invoice.register-above"));
    }

    private static String kind(Query query) {
        return Stream.of(InvoiceKind.values()).map(InvoiceKind::value).filter(query.parameter("kind")::equals).findFirst().orElse("");
    }

    private static Field kinds() {
        return Field.choice("kind", Text.of("finance.invoice.kind"), Stream.of(InvoiceKind.values())
                        .map(each -> new Field.Option(each.value(), each.words()))
                        .toList())
                .optional();
    }

    private static String next(String kind, int rows, Invoice last) {
        return PATH + "?rows=" + rows + (kind.isEmpty() ? "" : "&kind=" + kind) + "&after=" + InvoiceBook.Mark.of(last);
    }

    private static List<Block.Column> columns() {
        return List.of(
                Block.Column.of(Text.of("finance.invoice.issued-on")),
                Block.Column.of(Text.of("finance.invoice.number")),
                Block.Column.of(Text.of("finance.invoice.kind")),
                Block.Column.of(Text.of("finance.order")),
                Block.Column.of(Text.of("finance.customer")),
                Block.Column.number(Text.of("finance.invoice.net")),
                Block.Column.number(Text.of("finance.invoice.tax")),
                Block.Column.number(Text.of("finance.invoice.total")),
                Block.Column.of(Text.of("finance.invoice.received-on")));
    }

    private static List<Cell> row(Invoice each) {
        return List.of(
                new Cell.Day(each.issuedOn()),
                Cell.link(each.number().words(), "documents/" + each.document()),
                Cell.words(each.kind().words()),
                Cell.link(Text.plain(each.order()), "orders/" + each.order()),
                Cell.plain(each.customerName()),
                new Cell.Amount(each.net()),
                new Cell.Amount(each.tax()),
                new Cell.Amount(each.total()),
                each.receivedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")));
    }
}
