package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The contract as entered, at the revision in force. */
@Component(service = OrderTab.class)
public final class ContentTab implements OrderTab {

    @Override
    public String id() {
        return "content";
    }

    @Override
    public Text title() {
        return Words.of("content");
    }

    @Override
    public int position() {
        return 0;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        if (!file.milestones().contains(MilestoneName.ENTRY_REGISTERED)) {
            blocks.add(new Block.Note(Cell.Tone.INFO, Words.of("contract.draft")));
        }
        blocks.addAll(file.order().map(ContentTab::blocks).orElseGet(() -> List.of(registered(file))));
        return blocks;
    }

    private static Block registered(OrderView file) {
        var summary = file.summary();
        return new Block.Facts(Words.of("contract.heading"), List.of(
                fact("contract", summary.contract().written()),
                fact("customer", summary.customerName()),
                new Block.Fact(Words.of("signed-on"), new Cell.Day(summary.signedOn())),
                new Block.Fact(Words.of("representative"), Cell.words(Words.person(summary.representative())))));
    }

    private static List<Block> blocks(Order order) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Words.of("contract.heading"), facts(order)));
        blocks.add(lines(order));
        blocks.add(payment(order));
        blocks.add(terms(order));
        return blocks;
    }

    private static List<Block.Fact> facts(Order order) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("contract", order.contract().number().written()),
                fact("customer-number", order.contract().customerNumber()),
                new Block.Fact(Words.of("signed-on"), new Cell.Day(order.contract().signedOn())),
                new Block.Fact(
                        Words.of("customer"),
                        Cell.link(Text.plain(order.customerName()), "customers/" + order.customer())),
                fact("contact", order.contact().name() + " " + order.contact().phone() + " " + order.contact().email()),
                new Block.Fact(Words.of("delivery-date"), new Cell.Day(order.delivery().date())),
                fact("delivery-place", order.delivery().place()),
                new Block.Fact(Words.of("acceptances"), acceptances(order)),
                new Block.Fact(Words.of("total"), new Cell.Amount(order.total())),
                new Block.Fact(Words.of("representative"), Cell.words(Words.person(order.representative()))),
                fact("revision", "" + order.revision())));
        facts.addAll(accepting(order));
        order.contract().agreements().forEach(agreement -> facts.add(new Block.Fact(
                Words.of("agreement"),
                Cell.link(Text.plain(agreement.number() + " " + agreement.signedOn()), "documents/" + agreement.document()))));
        return facts;
    }

    /** Which the contract lists, and by which of them the order is delivered. */
    private static Cell acceptances(Order order) {
        return new Cell.Many(order.acceptances().stream()
                .map(each -> Cell.words(Words.of((each == order.deliveredOn() ? "delivered-on." : "acceptance.") + each.word())))
                .toList());
    }

    /** What its contract says besides of how goods are accepted; nothing of most. */
    private static List<Block.Fact> accepting(Order order) {
        List<Block.Fact> facts = new ArrayList<>();
        order.deemedAcceptance().ifPresent(term -> facts.add(new Block.Fact(
                Words.of("deemed"), Cell.words(Words.of(term.workingDays() ? "deemed-working" : "deemed-calendar", term.days())))));
        if (order.allowsDrawnSignature()) {
            facts.add(new Block.Fact(Words.of("drawn-signature"), Cell.words(Words.of("allowed"))));
        }
        return facts;
    }

    private static Block.Fact fact(String key, String value) {
        return new Block.Fact(Words.of(key), Cell.plain(value.isBlank() ? "–" : value.strip()));
    }

    private static Block lines(Order order) {
        return table(
                "lines",
                List.of(
                        Words.number("position"), Words.column("model"), Words.column("name"), Words.number("quantity"),
                        Words.column("unit"), Words.number("unit-price"), Words.number("total"), Words.column("parameters")),
                order.lines().stream().map(ContentTab::row).toList());
    }

    private static List<Cell> row(OrderLine line) {
        return List.of(
                new Cell.Number(java.math.BigDecimal.valueOf(line.position())),
                Cell.plain(line.model()),
                Cell.plain(line.name()),
                new Cell.Number(line.quantity()),
                Cell.plain(line.unit()),
                new Cell.Amount(line.unitPrice()),
                new Cell.Amount(line.total()),
                new Cell.Many(line.parameters().stream()
                        .map(found -> Cell.plain("%s %s %s".formatted(found.name(), found.value(), found.unit()).strip()))
                        .toList()));
    }

    private static Block payment(Order order) {
        return table(
                "payment-plan",
                List.of(
                        Words.number("position"), Words.column("kind"), Words.number("amount"), Words.column("due-term"),
                        Words.column("means"), Words.column("payer")),
                order.payment().instalments().stream().map(ContentTab::row).toList());
    }

    private static List<Cell> row(Instalment part) {
        return List.of(
                new Cell.Number(java.math.BigDecimal.valueOf(part.position())),
                Cell.words(Words.of("instalment." + part.kind())),
                new Cell.Amount(part.amount()),
                due(part.due()),
                Cell.words(Words.of("means." + part.means())),
                Cell.plain(part.payer().isEmpty() ? "–" : part.payer()));
    }

    private static Cell due(DueTerm due) {
        if (!due.on().isEmpty()) {
            return new Cell.Day(java.time.LocalDate.parse(due.on()));
        }
        List<Cell> lines = new ArrayList<>();
        if (due.events().size() > 1) {
            lines.add(Cell.words(Words.of("due-which." + (due.earliest() ? "first" : "last"))));
        }
        for (int i = 0; i < due.events().size(); i++) {
            Text event = Words.of("event." + due.events().get(i));
            String words = due.workingDays() ? "due-after-working" : "due-after";
            lines.add(Cell.words(Words.of(words, event, due.span(i).months(), due.span(i).days())));
        }
        return new Cell.Many(lines);
    }

    private static Block terms(Order order) {
        return table(
                "terms",
                List.of(Words.column("clause"), Words.column("kind"), Words.column("words")),
                order.terms().stream().map(ContentTab::row).toList());
    }

    private static List<Cell> row(ContractTerm term) {
        Cell kind = Cell.words(Words.of("term." + term.kind()));
        return List.of(
                Cell.plain(term.number()),
                term.isKey() ? new Cell.Many(List.of(kind, new Cell.Badge(Cell.Tone.WARNING, Words.of("key-clause")))) : kind,
                Cell.plain(term.words()));
    }

    private static Block table(String caption, List<Block.Column> columns, List<List<Cell>> rows) {
        return new Block.Table(Words.of(caption), columns, rows, "", Words.of("none"));
    }
}
