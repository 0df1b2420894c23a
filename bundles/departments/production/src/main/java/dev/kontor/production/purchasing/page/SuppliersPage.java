package dev.kontor.production.purchasing.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Evaluation;
import dev.kontor.production.purchasing.book.LeadTime;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may be bought from, how each did, and each with its evaluations and latest deliveries. */
@Component
public final class SuppliersPage implements Page {

    private static final int ROWS = 50;
    private static final int LATEST = 50;

    private final SupplierBook suppliers;
    private final LeadTimes times;
    private final Clock clock;

    @Activate
    public SuppliersPage(@Reference SupplierBook suppliers, @Reference LeadTimes times, @Reference Clock clock) {
        this.suppliers = suppliers;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "production/suppliers";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.suppliers");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "truck", 80));
    }

    @Override
    public Set<Role> roles() {
        return PurchasesPage.READERS;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? all(query) : one(query.tail().get(0), query.reader());
    }

    private View all(Query query) {
        int rows = query.rows(ROWS);
        List<Supplier> found = suppliers.suppliers(query.parameter("after"), rows + 1);
        boolean more = found.size() > rows;
        List<Supplier> shown = more ? found.subList(0, rows) : found;
        Block table = PurchaseBlocks.table("suppliers", List.of("supplier", "code", "state", "approved-until", "score", "contact"),
                shown.stream().map(this::row).toList(),
                more ? "production/suppliers?rows=%d&after=%s".formatted(rows, shown.get(rows - 1).code().replace("&", "%26")) : "");
        View view = View.of(title(), table);
        if (query.reader().holds(Role.PRODUCTION_PURCHASER)) {
            view = view.withAction(action("record-supplier", "plus")).withAction(action("import", "import-purchases", "upload"));
        }
        return query.reader().holdsAny(Set.of(Role.PRODUCTION_PURCHASER, Role.PRODUCTION_REVIEWER))
                ? view.withAction(action("evaluate", "evaluate-suppliers", "chart-bar"))
                : view;
    }

    private static Cell.Link action(String command, String icon) {
        return action(command, command, icon);
    }

    private static Cell.Link action(String words, String command, String icon) {
        return new Cell.Link(Text.of("production.purchase." + words), "do/production/" + command, icon);
    }

    private List<Cell> row(Supplier each) {
        return List.of(
                Cell.link(Text.plain(each.name()), "production/suppliers/" + each.code()),
                Cell.plain(each.code()),
                state(each, clock.today()),
                each.approvedUntil().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                each.score().<Cell>map(Cell.Number::new).orElse(Cell.words(Text.of("production.purchase.not-evaluated"))),
                Cell.plain(each.contact()));
    }

    static Cell state(Supplier each, LocalDate today) {
        if (each.state().equals("approved") && !each.isApproved(today)) {
            return new Cell.Badge(Tone.WARNING, Text.of("production.purchase.supplier.expired"));
        }
        Tone tone = switch (each.state()) {
            case "approved" -> Tone.GOOD;
            case "barred" -> Tone.BAD;
            default -> Tone.INFO;
        };
        return new Cell.Badge(tone, Text.of("production.purchase.supplier." + each.state()));
    }

    private View one(String code, Person reader) {
        Supplier supplier = suppliers.supplier(code).orElseThrow(() ->
                Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.purchase.no-supplier", code)));
        View view = View.of(
                        Text.plain(supplier.name()),
                        new Block.Facts(Text.of("production.purchase.supplier"), List.of(
                                new Block.Fact(Text.of("production.purchase.code"), Cell.plain(code)),
                                new Block.Fact(Text.of("production.purchase.state"), state(supplier, clock.today())),
                                new Block.Fact(Text.of("production.purchase.approved-until"),
                                        supplier.approvedUntil().<Cell>map(Cell.Day::new).orElse(Cell.plain(""))),
                                new Block.Fact(Text.of("production.purchase.reason"), Cell.plain(supplier.reason())),
                                new Block.Fact(Text.of("production.purchase.decided-by"), Cell.person(supplier.decidedBy())),
                                new Block.Fact(Text.of("production.purchase.contact"), Cell.plain(supplier.contact())))),
                        PurchaseBlocks.table("evaluations", List.of("from", "until", "deliveries", "punctual", "rejected-share", "score", "result"),
                                suppliers.evaluations(code, LATEST).stream().map(SuppliersPage::row).toList(), ""),
                        PurchaseBlocks.table("lead-times", List.of("material", "lead-days", "reason", "decided-by"),
                                times.of(code).stream().map(SuppliersPage::row).toList(), ""),
                        PurchaseBlocks.table("latest", List.of("due-on", "delivered-on", "ordered", "received", "rejected", "batch"),
                                suppliers.deliveries(code, LATEST).stream().map(SuppliersPage::row).toList(), ""))
                .withAbove(title());
        if (reader.holds(Role.PRODUCTION_REVIEWER)) {
            view = view.withAction(new Cell.Link(
                    Text.of("production.purchase.approve-supplier"), "do/production/approve-supplier?subject=" + code, "check"));
        }
        return reader.holds(Role.PRODUCTION_PURCHASER)
                ? view.withAction(new Cell.Link(
                        Text.of("production.purchase.agree-lead-time"), "do/production/agree-lead-time?subject=" + code, "clock"))
                        .withAction(new Cell.Link(Text.of("production.purchase.change"), "do/production/record-supplier?subject=" + code, "edit"))
                : view;
    }

    private static List<Cell> row(Evaluation each) {
        return List.of(
                new Cell.Day(each.from()),
                new Cell.Day(each.until()),
                new Cell.Number(BigDecimal.valueOf(each.deliveries())),
                new Cell.Number(each.punctual()),
                new Cell.Number(each.rejected()),
                new Cell.Number(each.score()),
                new Cell.Badge(each.passes() ? Tone.GOOD : Tone.BAD,
                        Text.of(each.passes() ? "production.purchase.good-enough" : "production.purchase.not-good-enough")));
    }

    private static List<Cell> row(LeadTime each) {
        return List.of(
                Cell.plain(each.part()),
                new Cell.Number(BigDecimal.valueOf(each.days())),
                Cell.plain(each.reason()),
                new Cell.Many(List.of(Cell.person(each.agreedBy()), new Cell.Moment(each.agreedAt()))));
    }

    private static List<Cell> row(Delivery each) {
        return List.of(
                new Cell.Day(each.dueOn()),
                new Cell.Day(each.deliveredOn()),
                new Cell.Number(each.ordered()),
                new Cell.Number(each.received()),
                each.isOwed()
                        ? new Cell.Badge(Tone.INFO, Text.of("production.purchase.not-inspected"))
                        : new Cell.Number(each.rejected()),
                Cell.plain(each.batch()));
    }
}
