package dev.kontor.logistics;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Shipping, arrival and acceptance (chapter 6). */
@Component
public final class LogisticsDepartment implements Department {

    private static final DepartmentId ID = new DepartmentId("logistics");

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
        return Set.of(MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED);
    }

    @Override
    public void open(OrderFile file) {
        // nothing is owed yet
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // no task is raised yet
    }
}
