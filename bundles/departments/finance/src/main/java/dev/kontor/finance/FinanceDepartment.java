package dev.kontor.finance;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.receipt.Posting;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.settlement.DayByDay;
import dev.kontor.finance.settlement.Settling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts an order into its customer's credit exposure in the command that finds the credit good, or specially approved, so that the
 * next order is judged with it. From the clearance on it follows the order's instalments until they are paid; it hears of
 * everything from which they fall due (policy 8). A collected order is to be settled, one that is delivered too is completed
 * . A terminated order is owed no more, and leaves its customer's exposure; what
 * was paid for it is repaid, or another order's, and what was invoiced is taken back.
 */
@Component
public final class FinanceDepartment implements Department {

    static final ConsultationPoint CREDIT = new ConsultationPoint("finance/credit");

    private final CreditBook book;
    private final Collecting collecting;
    private final Posting posting;
    private final Settling settling;
    private final DayByDay days;
    private final Invoicing invoicing;

    @Activate
    public FinanceDepartment(
            @Reference CreditBook book,
            @Reference Collecting collecting,
            @Reference Posting posting,
            @Reference Settling settling,
            @Reference DayByDay days,
            @Reference Invoicing invoicing) {
        this.book = book;
        this.collecting = collecting;
        this.posting = posting;
        this.settling = settling;
        this.days = days;
        this.invoicing = invoicing;
    }

    @Override
    public DepartmentId id() {
        return Schedule.FINANCE;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(MilestoneName.REVIEW_CLEARED, this::open),
                new Arrival("days", Set.of(MilestoneName.REVIEW_CLEARED), days::begin),
                Arrival.on(MilestoneName.REVIEW_TERMINATED, this::close),
                Arrival.on(MilestoneName.PRODUCTION_FINISHED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_DISPATCHED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_ARRIVED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_DELIVERED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_PRE_ACCEPTED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_DEEMED_ACCEPTED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, collecting::happened),
                Arrival.on(MilestoneName.LOGISTICS_FINALLY_ACCEPTED, collecting::happened),
                Arrival.on(MilestoneName.FINANCE_COLLECTED, settling::ask),
                new Arrival("completed", Set.of(MilestoneName.LOGISTICS_DELIVERED, MilestoneName.FINANCE_COLLECTED), settling::complete));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.FINANCE_COLLECTED, MilestoneName.FINANCE_SETTLED, MilestoneName.ORDER_COMPLETED);
    }

    private void open(OrderFile file) {
        collecting.open(file, file.order().map(invoicing::received).orElse(Map.of()));
        posting.open(file);
        collecting.settle(file);
        settling.reconsider(file);
    }

    private void close(OrderFile file) {
        collecting.close(file);
        posting.close(file);
        invoicing.close(file);
    }

    /**
     * A later revision whose credit is not good changes nothing: what was granted before is owed all the same. One that is worth less
     * gives credit back when it is cleared, and not before: it may still be objected to.
     */
    @Override
    public void decided(OrderFile file, Decision decision) {
        if (decision.point().equals(CREDIT) && decision.passes()) {
            file.order().ifPresent(book::ask);
        } else if (decision.point().equals(Schedule.DUE)) {
            collecting.decided(file, decision);
        }
    }

    @Override
    public void attend(OrderFile file, String matter) {
        if (DayByDay.isMatter(matter)) {
            days.attend(file, matter);
        } else if (matter.equals(Schedule.RECOUNT)) {
            collecting.happened(file);
        } else {
            collecting.attend(file, matter);
        }
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // what a task was for is done by the command that ends it
    }
}
