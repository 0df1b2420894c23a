package dev.kontor.entry;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The order as it was cleared, as a paper of its file: the order information that the archive asks for. While
 * nothing prints the file waits for it, and nothing else does.
 */
@Component(service = OrderSheet.class)
public final class OrderSheet {

    private static final DocumentKind KIND = new DocumentKind("entry.order");

    private final Optional<Printer> printer;

    @Activate
    public OrderSheet(@Reference(policyOption = ReferencePolicyOption.GREEDY) Optional<Printer> printer) {
        this.printer = printer;
    }

    /** @throws Refused {@code UNAVAILABLE} while nothing prints: the file comes again */
    void file(OrderFile file) {
        Printer ready = printer.orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("entry.sheet.no-printer")));
        file.order().ifPresent(order -> file.file(KIND, ready.print(paper(order), "zh-CN")));
    }

    private static Paper paper(Order order) {
        return new Paper(
                "order-%s-%d".formatted(order.number(), order.revision()),
                Text.of("entry.sheet.title"),
                "%s / %d".formatted(order.number(), order.revision()),
                List.of(facts(order), lines(order), payment(order), terms(order)),
                List.of());
    }

    private static Block facts(Order order) {
        return new Block.Facts(Text.plain(""), List.of(
                fact("contract-number", Cell.plain(order.contract().number().written())),
                fact("customer-number", Cell.plain(order.contract().customerNumber())),
                fact("signed-on", new Cell.Day(order.contract().signedOn())),
                fact("customer-name", Cell.plain(order.customerName())),
                fact("contact-name", Cell.plain(order.contact().name())),
                fact("contact-phone", Cell.plain(order.contact().phone())),
                fact("contact-email", Cell.plain(order.contact().email())),
                fact("delivery-date", new Cell.Day(order.delivery().date())),
                fact("delivery-place", Cell.plain(order.delivery().place())),
                fact("acceptances", new Cell.Many(order.acceptances().stream()
                        .map(each -> Cell.words(Text.of("entry.acceptance." + each.word())))
                        .toList())),
                fact("delivered-with", Cell.words(Text.of("entry.delivered-with." + order.deliveredOn().word()))),
                fact("deemed-days", deemed(order)),
                fact("drawn-signature", Cell.words(Text.of(order.allowsDrawnSignature() ? "entry.allowed" : "entry.not-allowed"))),
                fact("total", new Cell.Amount(order.total())),
                fact("representative", Cell.plain(order.representative().value()))));
    }

    private static Cell deemed(Order order) {
        return Cell.words(order.deemedAcceptance()
                .map(term -> Text.of("entry.deemed-after." + (term.workingDays() ? "working" : "calendar"), term.days()))
                .orElse(Text.of("entry.deemed-never")));
    }

    private static Block.Fact fact(String field, Cell value) {
        return new Block.Fact(label(field), value);
    }

    private static Block lines(Order order) {
        return table("lines", Stream.of("model", "name", "quantity", "unit", "price", "tax", "parameters"),
                order.lines().stream().map(OrderSheet::line).toList());
    }

    private static List<Cell> line(OrderLine line) {
        List<Cell> parameters = line.parameters().stream()
                .map(each -> Cell.plain("%s %s %s".formatted(each.name(), each.value(), each.unit()).strip()))
                .toList();
        return List.of(
                Cell.plain(line.model()), Cell.plain(line.name()), new Cell.Number(line.quantity()), Cell.plain(line.unit()),
                new Cell.Amount(line.unitPrice()), new Cell.Number(line.taxRate()), new Cell.Many(parameters));
    }

    private static Block payment(Order order) {
        return table("payment", Stream.of("kind", "amount", "due-day", "means", "payer"),
                order.payment().instalments().stream().map(OrderSheet::instalment).toList());
    }

    private static List<Cell> instalment(Instalment part) {
        return List.of(
                Cell.words(Text.of("entry.payment-kind." + part.kind())), new Cell.Amount(part.amount()), due(part.due()),
                Cell.words(Text.of("entry.payment-means." + part.means())), Cell.plain(part.payer()));
    }

    private static Cell due(DueTerm due) {
        if (!due.on().isEmpty()) {
            return Cell.plain(due.on());
        }
        List<Cell> lines = new ArrayList<>();
        if (due.events().size() > 1) {
            lines.add(Cell.words(Text.of("entry.payment-due-which." + (due.earliest() ? "first" : "last"))));
        }
        String words = due.workingDays() ? "entry.sheet.after-working" : "entry.sheet.after";
        for (int i = 0; i < due.events().size(); i++) {
            Text event = Text.of("entry.event." + due.events().get(i));
            lines.add(Cell.words(Text.of(words, event, due.span(i).months(), due.span(i).days())));
        }
        return new Cell.Many(lines);
    }

    private static Block terms(Order order) {
        return table("terms", Stream.of("number", "kind", "words"), order.terms().stream().map(OrderSheet::term).toList());
    }

    private static List<Cell> term(ContractTerm term) {
        return List.of(
                Cell.plain(term.number()), Cell.words(Text.of("entry.terms-kind." + term.kind())), Cell.plain(term.words()));
    }

    private static Block table(String field, Stream<String> columns, List<List<Cell>> rows) {
        return new Block.Table(label(field), columns.map(each -> Block.Column.of(label(field + "." + each))).toList(), rows, "",
                Text.of("entry.sheet.none"));
    }

    private static Text label(String field) {
        return Text.of("entry.field." + field);
    }
}
