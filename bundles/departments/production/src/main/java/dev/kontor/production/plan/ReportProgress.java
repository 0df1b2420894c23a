package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProgressReport;
import dev.kontor.production.plan.book.WorkOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Production reports to sales how far it is and when it will be ready, and confirms the steps that are done. No
 * report says that an order is ready before its steps can be done.
 */
@Component
public final class ReportProgress implements OrderCommand {

    private final PlanBook book;
    private final Placing placing;
    private final Forecasting forecasting;
    private final Planning planning;
    private final StepGate gate;

    @Activate
    public ReportProgress(
            @Reference PlanBook book, @Reference Placing placing, @Reference Forecasting forecasting, @Reference Planning planning,
            @Reference StepGate gate) {
        this.book = book;
        this.placing = placing;
        this.forecasting = forecasting;
        this.planning = planning;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "production/report-progress";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.report");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Finished.PROGRESS);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> open = book.operations(file.number()).stream()
                .filter(operation -> !operation.isFinished())
                .map(operation -> new Field.Option(operation.id(), PlanBlocks.step(file, operation)))
                .toList();
        Text expected = book.workOrder(file.number())
                .map(work -> Text.of("production.plan.forecast-hint", work.forecastOn()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("production.plan.report-submit"),
                Field.choices("finished", Text.of("production.plan.finished"), open).optional()
                        .withHint(Text.of("production.plan.finished-hint")).withClause("5.1"),
                Field.yesNo("confirmed", Text.of("production.plan.confirmed")).optional()
                        .withHint(Text.of("production.plan.confirmed-hint")).withClause("5.1"),
                Field.group("left", Text.of("production.plan.left"), List.of(
                                Field.choice("operation", Text.of("production.plan.operation"), open),
                                Field.number("hours", Text.of("production.plan.hours-left"))))
                        .optional().withHint(Text.of("production.plan.left-hint")),
                Field.date("forecast", Text.of("production.plan.forecast")).optional().withHint(expected),
                Field.longText("remarks", Text.of("production.plan.remarks")).optional());
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return book.workOrder(file.number()).map(WorkOrder::version).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<PlannedOperation> operations = book.operations(file.number());
        WorkOrder work = book.workOrder(file.number()).orElseThrow();
        Map<String, BigDecimal> held = placing.hold(operations);
        placing.takeBack(work, operations, file.today());
        new Progress(file, operations, book.pieces(file.number()), gate).read(values);
        LocalDate placed = placing.place(file.number(), held, operations, file.today());
        forecasting.expectOn(file, work, forecast(file, values, placed), operations);
        work.report();

        ProgressReport report = new ProgressReport(
                file.number(), work.reports(), work.percent(), work.forecastOn(), values.text("remarks"));
        book.keep(report.by(file.actor().id().value(), file.now()));
        file.complete(task.orElseThrow().id(), Outcome.of("reported"));
        gate.reported(file);
        planning.judge(file);
        Text said = Text.of("production.plan.reported", file.number().value(), work.percent(), work.forecastOn());
        file.note("production.progress", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number());
    }

    /** What is typed may be later than the steps take, and never earlier. */
    private LocalDate forecast(OrderFile file, Values values, LocalDate placed) {
        LocalDate earliest = placed.isBefore(file.today()) ? file.today() : placed;
        values.date("forecast").filter(day -> day.isBefore(earliest)).ifPresent(day -> {
            throw Refused.at("forecast", Text.of("production.plan.forecast-early", earliest));
        });
        return values.date("forecast").orElseGet(() -> forecasting.ready(file, placed));
    }
}
