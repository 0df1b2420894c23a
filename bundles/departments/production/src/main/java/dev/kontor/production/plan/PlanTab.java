package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.delay.DelayBook;
import dev.kontor.production.plan.delay.DelayBlocks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The production plan on the order's page: where it stands, what is late, and what sales was told. */
@Component
public final class PlanTab implements OrderTab {

    private final PlanBook book;
    private final DelayBook delays;

    @Activate
    public PlanTab(@Reference PlanBook book, @Reference DelayBook delays) {
        this.book = book;
        this.delays = delays;
    }

    @Override
    public String id() {
        return "production-plan";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.tab");
    }

    @Override
    public int position() {
        return 31;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Before planning, releasing or reporting: whether it is in time; before sales answers: what it was told. */
    @Override
    public List<Block> brief(OrderView file) {
        boolean owed = file.openTasks().stream().anyMatch(task -> task.kind().department().equals("production"));
        if (!owed || book.workOrder(file.number()).isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(warnings(file));
        delays.open(file.number()).ifPresent(notice -> blocks.add(DelayBlocks.facts(notice)));
        return blocks;
    }

    @Override
    public List<Block> show(OrderView file) {
        Optional<WorkOrder> work = book.workOrder(file.number());
        Optional<ProductionPlan> plan = book.plan(file.number());
        if (work.isEmpty() || plan.isEmpty()) {
            return List.of();
        }
        List<PlannedOperation> operations = book.operations(file.number());
        List<Block> blocks = new ArrayList<>(warnings(file));
        blocks.add(facts(file, work.get(), plan.get()));
        blocks.add(PlanBlocks.schedule(file, operations));
        blocks.add(new Block.Section(Text.of("production.plan.operations"), List.of(PlanBlocks.operations(file, operations)), false));
        if (!delays.of(file.number()).isEmpty()) {
            blocks.add(DelayBlocks.table(delays.of(file.number())));
        }
        blocks.add(reports(file));
        blocks.add(new Block.Section(
                Text.of("production.plan.materials"), List.of(PlanBlocks.materials(book.of(file.number()))), false));
        blocks.add(new Block.Section(Text.of("production.plan.versions"), List.of(versions(file)), false));
        return blocks;
    }

    /** What the rules found wrong with the plan, in their words. */
    private static List<Block> warnings(OrderView file) {
        return file.decision(Planning.OWED).stream()
                .flatMap(decision -> decision.conclusions().stream())
                .filter(concluded -> concluded.conclusion() instanceof Check check && !check.passed())
                .map(concluded -> (Block) new Block.Note(Tone.WARNING, words(file, concluded)))
                .toList();
    }

    private static Text words(OrderView file, Concluded concluded) {
        ReasonWords words = file.words(concluded);
        return Text.of("production.plan.warning", words.english(), words.chinese());
    }

    private static Block facts(OrderView file, WorkOrder work, ProductionPlan plan) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("version", Cell.words(Text.of("production.plan.version-of", plan.number(), plan.revision()))));
        facts.add(fact("state", work.releasedOn()
                .<Cell>map(day -> Cell.words(Text.of("production.plan.released-on", day)))
                .orElse(new Cell.Badge(Tone.INFO, Text.of("production.plan.not-released")))));
        facts.add(fact("start-on", new Cell.Day(plan.startOn())));
        facts.add(fact("finish-on", new Cell.Day(plan.finishOn())));
        facts.add(fact("forecast", new Cell.Day(work.forecastOn())));
        file.order().ifPresent(order -> facts.add(fact("delivery-on", new Cell.Day(order.delivery().date()))));
        work.toldOn().ifPresent(day -> facts.add(fact("told-on", new Cell.Day(day))));
        facts.add(fact("done", Cell.words(Text.of("production.plan.percent", work.percent()))));
        return new Block.Facts(Text.of("production.plan.tab"), facts);
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("production.plan." + name), value);
    }

    private Block reports(OrderView file) {
        return new Block.Table(
                Text.of("production.plan.reports"),
                columns("number", "percent-done", "forecast", "remarks", "by"),
                book.reports(file.number()).stream()
                        .map(each -> List.of(
                                new Cell.Number(BigDecimal.valueOf(each.number())),
                                Cell.words(Text.of("production.plan.percent", each.percent())),
                                new Cell.Day(each.forecastOn()),
                                Cell.plain(each.remarks()),
                                (Cell) new Cell.Many(List.of(Cell.person(each.reportedBy()), new Cell.Moment(each.reportedAt())))))
                        .toList(),
                "",
                Text.of("production.plan.no-reports"));
    }

    private Block versions(OrderView file) {
        return new Block.Table(
                Text.of("production.plan.versions"),
                columns("number", "start-on", "finish-on", "reason", "by"),
                book.plans(file.number()).stream()
                        .map(each -> List.of(
                                new Cell.Number(BigDecimal.valueOf(each.number())),
                                new Cell.Day(each.startOn()),
                                new Cell.Day(each.finishOn()),
                                Cell.plain(each.reason()),
                                (Cell) new Cell.Many(List.of(Cell.person(each.plannedBy()), new Cell.Moment(each.plannedAt())))))
                        .toList(),
                "",
                Text.plain(""));
    }

    private static List<Block.Column> columns(String... names) {
        return Stream.of(names).map(name -> Block.Column.of(Text.of("production.plan." + name))).toList();
    }
}
