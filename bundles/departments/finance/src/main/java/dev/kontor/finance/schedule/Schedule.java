package dev.kontor.finance.schedule;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The payment schedule of an order (收款计划): made from the plan of the revision in force, its due days fixed as their events
 * happen. Usable only inside a command or a read.
 */
@Component(service = Schedule.class)
public final class Schedule {

    public static final DepartmentId FINANCE = new DepartmentId("finance");

    /**
     * Asked when due days may have changed and on each due day; others attach a Check {@code retention.disputed}, and a Check
     * {@code warranty-end} with the day as its reason's last value.
     */
    public static final ConsultationPoint DUE = new ConsultationPoint("finance/due");

    public static final String INVOICE_RECEIVED = "invoice-received";
    public static final String WARRANTY_END = "warranty-end";

    /** The matter that is planned when a day has become another by what attached sets say. */
    public static final String RECOUNT = "recount";

    private static final String DISPUTED = "retention.disputed";

    private final ScheduleRows rows;
    private final DueDays days;
    private final Matters matters;

    @Activate
    public Schedule(@Reference ScheduleRows rows, @Reference WorkingCalendar calendar) {
        this.rows = rows;
        this.days = new DueDays(calendar);
        this.matters = new Matters(days);
    }

    /** Every instalment that the revision in force has, by position; none before the order is cleared. */
    public List<Due> of(OrderNumber order) {
        return rows.of(order).stream().map(PlannedInstalment::due).toList();
    }

    /**
     * As {@link #of}; by the plan of the revision in force where that is cleared and the arrival that takes it over is still to come.
     * Due days are those of before until then.
     */
    public List<Due> inForce(OrderView file) {
        List<PlannedInstalment> known = rows.of(file.number());
        boolean cleared = file.milestones().contains(MilestoneName.REVIEW_CLEARED);
        return file.order()
                .filter(order -> cleared && known.stream().allMatch(row -> row.revision() < order.revision()))
                .map(order -> order.payment().instalments().stream().map(each -> ahead(order, each)).toList())
                .orElseGet(() -> of(file.number()));
    }

    private Due ahead(Order order, Instalment instalment) {
        Optional<LocalDate> before = instalment(order.number(), instalment.position()).flatMap(Due::dueOn);
        PlannedInstalment row = new PlannedInstalment(order.number(), instalment.position());
        row.agreed(order, instalment);
        row.falls(new DueDays.Day(before, before.isPresent() ? List.of() : instalment.due().events()));
        rows.pay(row);
        return row.due();
    }

    public Optional<Due> instalment(OrderNumber order, int position) {
        return rows.find(order, position).map(PlannedInstalment::due);
    }

    /** What was paid of an instalment and not reversed, by the day on which it came. */
    public List<Payment> payments(OrderNumber order, int position) {
        return rows.payments(order, position);
    }

    /** Every allocation there ever was, reversed ones too, by the day on which the money came. */
    public List<Payment> history(OrderNumber order) {
        return rows.payments(order);
    }

    /**
     * The customer has the invoices of these instalments, and of no others; what counts from them falls due with the next
     * {@link #refresh}. Corrects what was said before.
     *
     * @param days by position
     */
    public void invoicesReceived(OrderFile file, Map<Integer, LocalDate> days) {
        rows.events(file.number()).stream()
                .filter(each -> each.event().equals(INVOICE_RECEIVED) && !days.containsKey(each.position()))
                .forEach(rows::drop);
        days.forEach((position, day) -> rows.happened(file, INVOICE_RECEIVED, position, day));
    }

    /** The warranty ended on another day than the company's months say, by its certificate. Corrects an earlier day. */
    public void warrantyEnded(OrderFile file, LocalDate day) {
        rows.happened(file, WARRANTY_END, 0, day);
        refresh(file);
    }

    /**
     * Takes over the plan of the revision in force, once that is cleared, and the events that have happened by now. Without a change it
     * has no effect, and of an order that has ended nothing falls due.
     */
    public void refresh(OrderFile file) {
        if (file.milestones().contains(MilestoneName.REVIEW_TERMINATED)) {
            return;
        }
        Order order = followed(file).orElseThrow();
        Decision decision = file.consult(Question.at(DUE));
        List<DueEvent> recorded = rows.events(file.number());
        for (Instalment instalment : order.payment().instalments()) {
            PlannedInstalment row = rows.findOrNew(file.number(), instalment.position());
            if (!row.isOfTheSame(file.order(row.revision()), instalment)) {
                row.forget();
                file.unplan(FINANCE, Matter.PROMISE.of(row));
            }
            row.agreed(order, instalment);
            row.falls(days.of(instalment.due(), Events.happened(file, order, decision, recorded, instalment)));
            rows.pay(row);
            matters.plan(file, row, decision);
        }
        rows.of(file.number()).stream()
                .filter(row -> order.payment().instalments().stream().noneMatch(each -> each.position() == row.position()))
                .forEach(row -> close(file, row));
        decided(file, decision);
        file.unplan(FINANCE, RECOUNT);
    }

    /** What the instalments are taken from: a revision that is still under review leaves those of the one before it. */
    private Optional<Order> followed(OrderFile file) {
        Optional<Order> before = file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                ? Optional.empty()
                : rows.of(file.number()).stream().map(PlannedInstalment::revision).max(Integer::compare).flatMap(file::order);
        return before.or(file::order);
    }

    /** What was allocated to an instalment has changed. */
    public void paid(OrderNumber order, int position) {
        rows.find(order, position).ifPresent(rows::pay);
    }

    /** Leadership agreed that the customer may pay later, or a guarantee makes it pay earlier. */
    public void reschedule(OrderFile file, int position, LocalDate day) {
        PlannedInstalment row = rows.find(file.number(), position).orElseThrow();
        row.reschedule(day);
        file.unplan(FINANCE, Matter.PROMISE.of(row));
        matters.plan(file, row, file.consult(Question.at(DUE)));
    }

    private static void close(OrderFile file, PlannedInstalment row) {
        row.close();
        Matters.drop(file, row);
    }

    /** The order has ended: nothing of it is owed. */
    public void close(OrderFile file) {
        rows.of(file.number()).forEach(row -> close(file, row));
        file.unplan(FINANCE, RECOUNT);
    }

    /** Nothing more is to happen on the days of instalments that are paid. */
    public void settle(OrderFile file) {
        rows.of(file.number()).stream().filter(row -> row.due().isPaid()).forEach(row -> Matters.drop(file, row));
    }

    /**
     * What attached sets say of retention money: an open warranty case disputes it, and its day stays (policy 12). Where the warranty ends
     * on another day than was counted with, it is counted again.
     */
    public void decided(OrderFile file, Decision decision) {
        Predicate<Check> disputes = check -> check.subject().equals(DISPUTED) && !check.passed();
        boolean disputed = decision.all(Check.class).stream().anyMatch(disputes);
        rows.of(file.number()).stream()
                .filter(row -> row.dispute(disputed && row.due().isRetention()) && row.isOwed())
                .forEach(row -> warn(file, row.due()));
        if (isCountedOtherwise(file, decision)) {
            file.plan(FINANCE, RECOUNT, file.today());
        }
    }

    private static void warn(OrderFile file, Due due) {
        Text said = Text.of("finance.schedule.disputed-now", due.position(), due.open());
        file.note("finance.disputed", said, List.of());
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(file.summary().representative(), said);
    }

    private boolean isCountedOtherwise(OrderFile file, Decision decision) {
        List<DueEvent> recorded = rows.events(file.number());
        return followed(file).stream().anyMatch(order -> order.payment().instalments().stream()
                .filter(each -> each.due().events().contains(WARRANTY_END))
                .anyMatch(each -> rows.find(file.number(), each.position())
                        .filter(PlannedInstalment::isOwed)
                        .filter(row -> !row.due().contractDueOn().equals(
                                days.of(each.due(), Events.happened(file, order, decision, recorded, each)).on()))
                        .isPresent()));
    }
}
