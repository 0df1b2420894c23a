package dev.kontor.finance;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A terminated order is owed no more, and leaves its customer's exposure: a second desk of finance, for a department opens on one set
 * of milestones.
 */
@Component
public final class CreditRelease implements Department {

    private final Collecting collecting;

    @Activate
    public CreditRelease(@Reference Collecting collecting) {
        this.collecting = collecting;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance-release");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.REVIEW_TERMINATED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        collecting.close(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks
    }
}
