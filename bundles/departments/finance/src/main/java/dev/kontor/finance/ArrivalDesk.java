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

/** Hears that an order is arrived, from which instalments fall due (policy 8): a desk of finance of its own. */
@Component
public final class ArrivalDesk implements Department {

    private final Collecting collecting;

    @Activate
    public ArrivalDesk(@Reference Collecting collecting) {
        this.collecting = collecting;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance-arrived");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.LOGISTICS_ARRIVED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        collecting.happened(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks
    }
}
