package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The planner releases a plan: production begins, unless something holds it, and every machine has its serial number
 * (R-5.1, R-5.2).
 */
@Component
public final class ReleasePlan implements OrderCommand {

    private final PlanBook book;
    private final Forecasting forecasting;
    private final Planning planning;
    private final Revising revising;

    @Activate
    public ReleasePlan(
            @Reference PlanBook book, @Reference Forecasting forecasting, @Reference Planning planning,
            @Reference Revising revising) {
        this.book = book;
        this.forecasting = forecasting;
        this.planning = planning;
        this.revising = revising;
    }

    @Override
    public String name() {
        return "production/release-plan";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.release");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Planning.RELEASE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.plan.release-submit"),
                Field.group("machines", Text.of("production.plan.machines"), List.of(
                                Field.choice("machine", Text.of("production.plan.machine"), machines(file)),
                                Field.text("serial", Text.of("production.plan.serial")),
                                Field.hidden("proposed").optional()))
                        .optional()
                        .withHint(Text.of("production.plan.serial-hint"))
                        .withClause("5.1"));
    }

    private List<Field.Option> machines(OrderView file) {
        return unnumbered(file).stream()
                .map(piece -> new Field.Option(piece.key(), PlanBlocks.piece(file, piece.line(), piece.piece())))
                .toList();
    }

    private List<Piece> unnumbered(OrderView file) {
        return book.pieces(file.number()).stream().filter(piece -> piece.serial().isEmpty()).toList();
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        List<Values> rows = file.order().map(order -> proposed(file, order)).orElse(Map.of()).entrySet().stream()
                .map(each -> new Values(Map.of("machine", each.getKey(), "serial", each.getValue(), "proposed", each.getValue())))
                .toList();
        return rows.isEmpty() ? Values.NONE : new Values(Map.of("machines", rows));
    }

    private Map<String, String> proposed(OrderView file, Order order) {
        return SerialNumbers.proposed(book, order, book.pieces(file.number()), file.today());
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return book.workOrder(file.number()).map(WorkOrder::version).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        ProductionPlan plan = book.plan(file.number()).orElseThrow();
        if (plan.revision() != order.revision()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.plan.other-revision", order.revision()));
        }
        planning.askStart(file);
        file.reach(MilestoneName.PRODUCTION_STARTED);
        new Numbering(file, book.pieces(file.number())).number(values.rows("machines"), proposed(file, order));
        start(file, plan);
        file.complete(task.orElseThrow().id(), Outcome.of("released"));
        planning.judge(file);
        revising.released(file, plan);
        Text said = Text.of("production.plan.released", plan.number(), file.machines().size());
        file.note("production.plan", said, List.of());
        return Answer.of(said, file.number());
    }

    /** What ought to have begun before today is placed from today on. */
    private void start(OrderFile file, ProductionPlan plan) {
        WorkOrder work = book.workOrder(file.number()).orElseThrow();
        if (work.releasedOn().isEmpty() && plan.startOn().isBefore(file.today())) {
            forecasting.place(file, work);
        }
        work.release(file.today());
    }
}
