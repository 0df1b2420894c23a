package dev.kontor.production.plan;

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

/** An order that is cancelled or ended takes nothing of the work centres any more. */
@Component
public final class PlanEnd implements Department {

    private final Planning planning;

    @Activate
    public PlanEnd(@Reference Planning planning) {
        this.planning = planning;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("production-end");
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
        planning.end(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks
    }
}
