package dev.kontor.aftersales;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Serves customers after delivery (chapter 8). */
@Component
public final class AfterSalesDepartment implements Department {

    @Override
    public DepartmentId id() {
        return Vocabulary.AFTERSALES;
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.LOGISTICS_DELIVERED);
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
        // each task is ended by the one command that does its work
    }
}
