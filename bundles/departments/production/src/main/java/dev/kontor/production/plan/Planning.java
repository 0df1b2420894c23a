package dev.kontor.production.plan;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What production owes an order from its clearance until its last step is done. The rules of {@code production/plan} say it,
 * whenever something has changed: a plan, its release, progress reports, delay notices.
 */
@Component(service = Planning.class)
public final class Planning {

    public static final TaskKind PLAN = new TaskKind("production.plan");
    public static final TaskKind RELEASE = new TaskKind("production.release");
    public static final TaskKind PROGRESS = new TaskKind("production.progress");

    static final ConsultationPoint OWED = new ConsultationPoint("production/plan");
    static final ConsultationPoint START = new ConsultationPoint("production/start");

    private static final DepartmentId PRODUCTION = new DepartmentId("production");

    /** The forecast has come and the order is not ready. */
    private static final String FORECAST = "forecast";

    private final PlanBook book;
    private final Placing placing;
    private final WorkingCalendar calendar;

    @Activate
    public Planning(@Reference PlanBook book, @Reference Placing placing, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.placing = placing;
        this.calendar = calendar;
    }

    /** Lets the rules say what is owed now. What sales owes is owed by the order's representative. */
    public Decision judge(OrderFile file) {
        Decision decision = file.consult(Question.at(OWED));
        file.openTasks().stream()
                .filter(task -> task.kind().department().equals(PRODUCTION.value()))
                .filter(task -> task.role().equals(Role.SALES_REP) && task.holder().isEmpty())
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
        return decision;
    }

    /** Whether the order may start; what stands in the way is held and shown. */
    void askStart(OrderFile file) {
        file.consult(Question.at(START));
    }

    /** While others hold the start, the planner's clock stands still. Heard of whoever asks. */
    public void decided(OrderFile file, Decision decision) {
        if (!decision.point().equals(START)) {
            return;
        }
        boolean held = decision.all(Hold.class).stream().anyMatch(hold -> hold.milestone().equals(MilestoneName.PRODUCTION_STARTED));
        file.openTasks(RELEASE).stream().filter(task -> held != task.suspendedAt().isPresent()).forEach(task -> {
            if (held) {
                file.suspend(task.id(), Text.of("production.plan.start-held"));
            } else {
                file.resume(task.id());
            }
        });
    }

    /** Whether the plan that stands needs no release any more: production has begun, and every machine has its number. */
    boolean counts(OrderFile file) {
        return book.workOrder(file.number()).flatMap(WorkOrder::releasedOn).isPresent()
                && book.pieces(file.number()).stream().allMatch(piece -> piece.serial().isPresent());
    }

    /** A plan that is not released waits for that from its first day on. */
    void awaitRelease(OrderFile file, ProductionPlan plan) {
        file.openTasks(RELEASE).forEach(task -> file.cancel(task.id(), Text.of("production.plan.replaced", plan.number())));
        file.raise(NewTask.of(RELEASE, Role.PRODUCTION_PLANNER)
                .about(String.valueOf(plan.number()))
                .until(calendar.deadline(plan.startOn(), WorkingDays.of(0))));
        askStart(file);
    }

    /** When the order will be ready has changed, or every step is done. */
    void expect(OrderFile file, WorkOrder work, LocalDate finish, List<PlannedOperation> operations) {
        work.expect(finish, PlanBlocks.percent(operations));
        work.keepOpen(operations.stream().anyMatch(operation -> !operation.isFinished()));
        if (work.isOpen()) {
            file.plan(PRODUCTION, FORECAST, finish.plusDays(1));
        } else {
            file.unplan(PRODUCTION, FORECAST);
        }
    }

    /** The day on which the order was to be ready is over: it takes longer, and that is to be told. */
    public void attend(OrderFile file, String matter) {
        if (matter.equals(FORECAST)) {
            book.workOrder(file.number())
                    .filter(work -> work.isOpen() && work.forecastOn().isBefore(file.today()))
                    .ifPresent(work -> forecast(file, work, book.operations(file.number())));
        }
    }

    private void forecast(OrderFile file, WorkOrder work, List<PlannedOperation> operations) {
        placing.takeBack(work, operations, file.today());
        expect(file, work, placing.place(file.number(), operations, file.today()), operations);
        file.note("production.forecast", Text.of("production.plan.forecast-passed", work.forecastOn()), List.of());
        judge(file);
    }

    /**
     * Every machine has passed, or one that had does not any more: a finished order takes nothing of the work centres and is
     * planned no longer, though nobody confirmed its last steps. What is reworked is placed anew.
     */
    public void settle(OrderFile file) {
        boolean finished = file.milestones().contains(MilestoneName.PRODUCTION_FINISHED);
        book.workOrder(file.number()).filter(work -> work.isOpen() == finished).ifPresent(work -> {
            List<PlannedOperation> operations = book.operations(file.number());
            if (operations.stream().allMatch(PlannedOperation::isFinished)) {
                return;
            }
            if (finished) {
                end(file);
            } else {
                placing.takeBack(work, operations, file.today());
                expect(file, work, placing.place(file.number(), operations, file.today()), operations);
            }
            judge(file);
        });
    }

    /** The order is made no more: what it took of the work centres is free. */
    public void end(OrderFile file) {
        book.workOrder(file.number()).ifPresent(work -> {
            placing.takeBack(work, book.operations(file.number()), file.today());
            work.keepOpen(false);
            file.unplan(PRODUCTION, FORECAST);
        });
    }

    /** The working days that the way to the customer takes, as the rules' last answer saw them. */
    public static WorkingDays buffer(OrderView file) {
        return file.decisions().stream()
                .filter(decision -> decision.point().equals(OWED))
                .flatMap(decision -> decision.parameters().stream())
                .filter(parameter -> parameter.name().equals("buffer-days"))
                .findFirst()
                .map(Parameter::workingDays)
                .orElse(WorkingDays.of(0));
    }
}
