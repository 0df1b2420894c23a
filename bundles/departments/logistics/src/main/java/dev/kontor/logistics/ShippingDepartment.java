package dev.kontor.logistics;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.dispatch.Readiness;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears that every machine of an order is finished: a second desk of logistics, for a department opens on one set of milestones. */
@Component
public final class ShippingDepartment implements Department {

    private final Readiness readiness;

    @Activate
    public ShippingDepartment(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("logistics-shipping");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.PRODUCTION_FINISHED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        readiness.look(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks of its own
    }
}
