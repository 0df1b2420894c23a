package dev.kontor.samples.exportlicence;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Stands on the roster so that orders wait for it; its opinion is asked by the review department. */
@Component
public final class ExportLicenceDepartment implements Department {

    @Override
    public DepartmentId id() {
        return new DepartmentId("export-licence");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of();
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks
    }
}
