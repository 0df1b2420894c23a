package dev.kontor.supervision;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Inspection and assessment (chapter 10). */
@Component
public final class SupervisionDepartment implements Department {

    private static final DepartmentId ID = new DepartmentId("supervision");

    @Override
    public DepartmentId id() {
        return ID;
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of();
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
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
