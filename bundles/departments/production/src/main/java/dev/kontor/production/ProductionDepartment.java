package dev.kontor.production;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Stands on the roster so that orders wait for it; its opinion is asked by the review department. */
@Component
public final class ProductionDepartment implements Department {

    @Override
    public DepartmentId id() {
        return new DepartmentId("production");
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
        // never arrives
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // what was agreed on an exception is read by production's own opinion
    }
}
