package dev.kontor.production.plan;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When an order will be ready, from what is left of its steps and of what quality found. */
@Component(service = Forecasting.class)
public final class Forecasting {

    /** The forecast has come and the order is not ready. */
    static final String PASSED = "forecast";

    /** Whether the working calendar is another one than that by which the order was planned: looked at every day. */
    static final String CALENDAR = "calendar";

    private static final DepartmentId PRODUCTION = new DepartmentId("production");

    /** What is owed about a nonconformity, or about a machine that a change makes another. */
    private static final Set<TaskKind> CORRECTIVE = Set.of(
            new TaskKind("production.cause"), new TaskKind("production.correction"), new TaskKind("production.concession"),
            new TaskKind("production.conformity"));

    private final PlanBook book;
    private final Placing placing;
    private final WorkingCalendar calendar;

    @Activate
    public Forecasting(@Reference PlanBook book, @Reference Placing placing, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.placing = placing;
        this.calendar = calendar;
    }

    /** Places anew what is left: from today, or from the plan's first day while it is not released. */
    void place(OrderFile file, WorkOrder work) {
        place(file, work, operation -> false);
    }

    /** @param again what is done once more, and whole */
    void place(OrderFile file, WorkOrder work, Predicate<PlannedOperation> again) {
        List<PlannedOperation> operations = book.operations(file.number());
        Map<String, BigDecimal> held = placing.hold(operations);
        placing.takeBack(work, operations, file.today());
        operations.stream().filter(again).forEach(PlannedOperation::reopen);
        LocalDate from = Stream.concat(
                        book.plan(file.number()).filter(plan -> work.releasedOn().isEmpty()).map(ProductionPlan::startOn).stream(),
                        Stream.of(file.today()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        expect(file, work, placing.place(file.number(), held, operations, from), operations);
    }

    /** @param placed the day on which the last step is done */
    void expect(OrderFile file, WorkOrder work, LocalDate placed, List<PlannedOperation> operations) {
        expectOn(file, work, ready(file, placed), operations);
    }

    /** When the order will be ready has changed. It is in production's hands until every machine passed, not only made. */
    void expectOn(OrderFile file, WorkOrder work, LocalDate ready, List<PlannedOperation> operations) {
        work.placedBy(calendar.version());
        keep(file, work, ready, operations);
    }

    /** Nothing was placed anew; the order is ready on the day, or when quality is. */
    void hold(OrderFile file, WorkOrder work, LocalDate day) {
        keep(file, work, ready(file, day), book.operations(file.number()));
    }

    /** It was placed by a calendar that is in force no longer: a holiday was added, say. */
    boolean isOutOfDate(WorkOrder work) {
        return !work.calendar().equals(calendar.version());
    }

    void lookTomorrow(OrderFile file) {
        file.plan(PRODUCTION, CALENDAR, file.today().plusDays(1));
    }

    private void keep(OrderFile file, WorkOrder work, LocalDate ready, List<PlannedOperation> operations) {
        work.expect(ready, PlanBlocks.percent(operations));
        work.keepOpen(!file.milestones().contains(MilestoneName.PRODUCTION_FINISHED));
        if (isHeld(file, work)) {
            placing.giveBack(work);
        }
        if (work.isOpen()) {
            file.plan(PRODUCTION, PASSED, ready.plusDays(1));
            lookTomorrow(file);
        } else {
            unplan(file);
        }
    }

    /** Whether production cannot begin, for what others hold against it. */
    static boolean isHeld(OrderView file, WorkOrder work) {
        return work.releasedOn().isEmpty() && file.openTasks(Planning.RELEASE).stream().anyMatch(task -> task.suspendedAt().isPresent());
    }

    /** An order whose steps are done is not ready before today, and none before what is owed about a nonconformity is due. */
    LocalDate ready(OrderView file, LocalDate placed) {
        LocalDate steps = placed.isBefore(file.today()) ? calendar.deadline(file.today(), WorkingDays.of(0)).lastDay() : placed;
        return file.openTasks().stream()
                .filter(task -> CORRECTIVE.contains(task.kind()))
                .flatMap(task -> task.deadline().stream())
                .map(Deadline::lastDay)
                .filter(steps::isBefore)
                .max(LocalDate::compareTo)
                .orElse(steps);
    }

    /** The operations are done no more. When the order is ready is known once it is planned what stands in their place. */
    void drop(OrderFile file, List<PlannedOperation> operations) {
        placing.hold(book.operations(file.number()));
        placing.free(file.number(), operations, file.today());
    }

    /** The order is made no more: what it took of the work centres is free. */
    void end(OrderFile file, WorkOrder work) {
        List<PlannedOperation> operations = book.operations(file.number());
        placing.hold(operations);
        placing.takeBack(work, operations, file.today());
        work.keepOpen(false);
        unplan(file);
    }

    private static void unplan(OrderFile file) {
        file.unplan(PRODUCTION, PASSED);
        file.unplan(PRODUCTION, CALENDAR);
    }
}
