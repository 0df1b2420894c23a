package dev.kontor.finance.settlement;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at a cleared order day by day: which invoices are owed by now, which penalties begin to run or ended. A desk
 * of finance of its own; it asks the rules only on a day that changes something.
 */
@Component
public final class DayDesk implements Department {

    private static final DepartmentId ID = new DepartmentId("finance-days");
    private static final String DAY = "day";

    private final Invoicing invoicing;
    private final Penalties penalties;
    private final Schedule schedule;

    @Activate
    public DayDesk(@Reference Invoicing invoicing, @Reference Penalties penalties, @Reference Schedule schedule) {
        this.invoicing = invoicing;
        this.penalties = penalties;
        this.schedule = schedule;
    }

    @Override
    public DepartmentId id() {
        return ID;
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        file.plan(ID, DAY, file.today().plusDays(1));
    }

    @Override
    public void attend(OrderFile file, String matter) {
        if (isOver(file)) {
            return;
        }
        invoicing.look(file);
        penalties.look(file);
        file.plan(ID, DAY, file.today().plusDays(1));
    }

    /** Ended by leadership, or settled and paid to the last retention money. */
    private boolean isOver(OrderFile file) {
        return file.milestones().contains(MilestoneName.REVIEW_TERMINATED)
                || (file.milestones().contains(MilestoneName.FINANCE_SETTLED) && schedule.of(file.number()).stream().allMatch(Due::isPaid));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks of its own kind
    }
}
