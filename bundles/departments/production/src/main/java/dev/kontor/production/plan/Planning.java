package dev.kontor.production.plan;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.capacity.SetWorkCentre;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What production owes an order from its clearance until its last machine has passed. The rules of {@code production/plan} say it,
 * whenever something has changed: a plan, its release, progress reports, delay notices.
 */
@Component(service = Planning.class)
public final class Planning {

    public static final TaskKind PLAN = new TaskKind("production.plan");
    public static final TaskKind RELEASE = new TaskKind("production.release");

    public static final ConsultationPoint OWED = new ConsultationPoint("production/plan");
    static final ConsultationPoint START = new ConsultationPoint("production/start");

    private static final DepartmentId PRODUCTION = new DepartmentId("production");

    private final PlanBook book;
    private final Forecasting forecasting;
    private final WorkingCalendar calendar;

    @Activate
    public Planning(@Reference PlanBook book, @Reference Forecasting forecasting, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.forecasting = forecasting;
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

    /**
     * While others hold the start, the planner's clock stands still and the plan takes no hours of the work centres: an order
     * that is not paid for stands in nobody's way (policy 7). Heard of whoever asks.
     */
    public void decided(OrderFile file, Decision decision) {
        if (!decision.point().equals(START)) {
            return;
        }
        boolean held = decision.all(Hold.class).stream().anyMatch(hold -> hold.milestone().equals(MilestoneName.PRODUCTION_STARTED));
        List<Task> turned = file.openTasks(RELEASE).stream().filter(task -> held != task.suspendedAt().isPresent()).toList();
        turned.forEach(task -> {
            if (held) {
                file.suspend(task.id(), Text.of("production.plan.start-held"));
            } else {
                file.resume(task.id());
            }
        });
        if (!turned.isEmpty()) {
            open(file).filter(work -> work.releasedOn().isEmpty()).ifPresent(work -> {
                forecasting.place(file, work);
                if (!held) {
                    judge(file);
                }
            });
        }
    }

    private Optional<WorkOrder> open(OrderView file) {
        return book.workOrder(file.number()).filter(WorkOrder::isOpen);
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

    /** What quality asks for may take longer than the order was expected to, and that is to be told. */
    public void heed(OrderFile file) {
        open(file).filter(work -> forecasting.ready(file, work.forecastOn()).isAfter(work.forecastOn())).ifPresent(work -> {
            forecasting.hold(file, work, work.forecastOn());
            slipped(file, work);
        });
    }

    /**
     * The day on which the order was to be ready is over: it takes longer, and that is to be told. Or a work centre can
     * do less than before, or days are worked on no longer: what was promised by them may be late.
     */
    public void attend(OrderFile file, String matter) {
        Optional<WorkOrder> open = open(file);
        if (matter.equals(Forecasting.PASSED)) {
            open.filter(work -> work.forecastOn().isBefore(file.today())).ifPresent(work -> {
                forecasting.place(file, work);
                slipped(file, work);
            });
        } else if (matter.equals(SetWorkCentre.LESS)) {
            open.ifPresent(work -> placeAnew(file, work));
        } else if (matter.equals(Forecasting.CALENDAR)) {
            open.ifPresent(work -> calendar(file, work));
        }
    }

    private void calendar(OrderFile file, WorkOrder work) {
        if (forecasting.isOutOfDate(work)) {
            placeAnew(file, work);
        } else {
            forecasting.lookTomorrow(file);
        }
    }

    /** Who reported a later day had a reason that no work centre knows. */
    private void placeAnew(OrderFile file, WorkOrder work) {
        LocalDate before = work.forecastOn();
        forecasting.place(file, work);
        if (work.forecastOn().isBefore(before)) {
            forecasting.hold(file, work, before);
        } else if (work.forecastOn().isAfter(before)) {
            slipped(file, work);
        }
    }

    private void slipped(OrderFile file, WorkOrder work) {
        file.note("production.forecast", Text.of("production.plan.forecast-passed", work.forecastOn()), List.of());
        judge(file);
    }

    /**
     * The order's review is open again, or cleared: the first time, or after a change. While it is open nobody owes a plan or
     * a release; when it is cleared the day of delivery may be another, and more be ordered than was finished.
     */
    public void reviewed(OrderFile file) {
        Optional<WorkOrder> work = book.workOrder(file.number());
        if (file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            Finished.recheck(file);
            settle(file);
            work.filter(planned -> isPromisedAnew(file)).ifPresent(WorkOrder::forgetTold);
        } else if (work.isEmpty() && file.openTasks(PLAN).isEmpty()) {
            return;
        }
        if (!file.openTasks(RELEASE).isEmpty()) {
            askStart(file);
        }
        judge(file);
    }

    private boolean isPromisedAnew(OrderView file) {
        Optional<LocalDate> now = file.order().map(Planning::delivery);
        return book.plan(file.number())
                .flatMap(plan -> file.order(plan.revision()))
                .map(Planning::delivery)
                .filter(planned -> !now.equals(Optional.of(planned)))
                .isPresent();
    }

    private static LocalDate delivery(Order order) {
        return order.delivery().date();
    }

    /**
     * Every machine has passed, or one that had does not any more: a finished order takes nothing of the work centres and is
     * planned no longer. What is reworked is placed anew.
     */
    public void settle(OrderFile file) {
        boolean finished = file.milestones().contains(MilestoneName.PRODUCTION_FINISHED);
        book.workOrder(file.number()).filter(work -> work.isOpen() == finished).ifPresent(work -> {
            if (finished) {
                forecasting.end(file, work);
            } else {
                forecasting.place(file, work);
            }
            judge(file);
        });
    }

    /** Every step of the machine is done once more; the forecast follows. */
    public void again(OrderFile file, SerialNumber machine) {
        book.workOrder(file.number()).ifPresent(work -> {
            Optional<Piece> piece = book.piece(machine);
            piece.ifPresent(book::keepDone);
            forecasting.place(file, work, step -> piece.filter(step::isOf).isPresent());
            slipped(file, work);
        });
    }

    /**
     * The machine is struck: what is left of it takes nothing of the work centres, and what was done of it is not done of the one that
     * is built in its place. So a version of the plan that waits for its release is not released, and is made anew.
     */
    public void giveUp(OrderFile file, SerialNumber machine) {
        book.piece(machine).ifPresent(piece -> {
            forecasting.drop(file, book.operations(piece));
            book.giveUp(piece);
            file.openTasks(RELEASE).forEach(task -> file.cancel(task.id(), Text.of("production.plan.struck-since", machine.value())));
        });
    }

    /** The order is made no more. */
    public void end(OrderFile file) {
        book.workOrder(file.number()).ifPresent(work -> forecasting.end(file, work));
    }
}
