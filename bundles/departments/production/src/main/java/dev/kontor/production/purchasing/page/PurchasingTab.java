package dev.kontor.production.purchasing.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.BudgetProposal;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.SupplyProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an order needs bought, what was bought for it, and what that costs against its budget. */
@Component
public final class PurchasingTab implements OrderTab {

    private final PurchaseBook book;
    private final LeadTimes times;

    @Activate
    public PurchasingTab(@Reference PurchaseBook book, @Reference LeadTimes times) {
        this.book = book;
        this.times = times;
    }

    @Override
    public String id() {
        return "production-purchasing";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.tab");
    }

    @Override
    public int position() {
        return 32;
    }

    /** What a purchase costs is not the customer's representative's business. */
    @Override
    public Set<Role> roles() {
        return PurchasesPage.READERS;
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Requisition> requested = book.requisitions(file.number());
        Optional<Budget> budget = book.budget(file.number());
        if (requested.isEmpty() && budget.isEmpty() && book.proposals(file.number()).isEmpty()) {
            return List.of();
        }
        List<Block> shown = new ArrayList<>();
        shown.add(budget(file, budget));
        shown.add(PurchaseBlocks.table("requisitions", List.of("request-number", "material", "quantity", "unit", "needed-on", "order-by", "state"),
                requested.stream().map(each -> row(each, file)).toList(), ""));
        shown.add(PurchaseBlocks.table("purchases", List.of("contract", "supplier", "material", "outstanding", "due-on", "amount", "state"),
                book.purchases(file.number()).stream().map(this::row).toList(), ""));
        List<SupplyProblem> problems = book.problems(file.number());
        if (!problems.isEmpty()) {
            shown.add(PurchaseBlocks.table("problems", List.of("problem", "since", "solution"), problems.stream().map(PurchasingTab::row).toList(), ""));
        }
        return shown;
    }

    private Block budget(OrderView file, Optional<Budget> budget) {
        Money committed = book.committed(file.number());
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(Text.of("production.purchase.budget"), budget.<Cell>map(each -> new Cell.Amount(each.amount()))
                .orElse(new Cell.Badge(Tone.WARNING, Text.of("production.purchase.budget-missing")))));
        book.proposals(file.number()).stream().filter(BudgetProposal::isOpen).forEach(each -> facts.add(new Block.Fact(
                Text.of("production.purchase.budget-to-confirm"), new Cell.Amount(each.amount()))));
        facts.add(new Block.Fact(Text.of("production.purchase.committed"), new Cell.Amount(committed)));
        budget.ifPresent(each -> facts.add(new Block.Fact(
                Text.of("production.purchase.left"), new Cell.Amount(each.amount().minus(committed)))));
        return new Block.Facts(Text.of("production.purchase.budget"), facts);
    }

    /** Too late is what would not come on its day from the fastest supplier, were it ordered today. */
    private List<Cell> row(Requisition each, OrderView file) {
        Optional<LocalDate> orderBy = each.isOpen()
                ? times.shortest(each.words(), file.today()).map(shortest -> each.neededOn().minusDays(shortest.days()))
                : Optional.empty();
        boolean late = each.isOpen() && orderBy.orElse(each.neededOn()).isBefore(file.today());
        return List.of(
                Cell.plain(each.subject()),
                Cell.plain(each.words()),
                new Cell.Number(each.quantity()),
                Cell.plain(each.unit()),
                new Cell.Day(each.neededOn()),
                orderBy.<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                late ? new Cell.Badge(Tone.BAD, Text.of("production.purchase.request.late"))
                        : new Cell.Badge(each.isOpen() ? Tone.WARNING : Tone.NEUTRAL, Text.of("production.purchase.request." + each.state())));
    }

    private List<Cell> row(Purchase each) {
        List<PurchaseLine> lines = book.lines(each);
        return List.of(
                Cell.link(Text.plain(each.contract()), "documents/" + each.document()),
                Cell.link(Text.plain(each.supplier()), "production/suppliers/" + each.supplier()),
                new Cell.Many(lines.stream().map(line -> Cell.plain(line.name())).toList()),
                new Cell.Many(lines.stream().<Cell>map(line -> new Cell.Number(book.outstanding(line))).toList()),
                new Cell.Day(each.dueOn()),
                new Cell.Amount(each.amount()),
                PurchaseBlocks.state(each));
    }

    private static List<Cell> row(SupplyProblem each) {
        return List.of(
                Cell.plain(each.what()),
                new Cell.Moment(each.reportedAt()),
                each.isOpen() ? new Cell.Badge(Tone.BAD, Text.of("production.purchase.problem-open")) : Cell.plain(each.solution()));
    }
}
