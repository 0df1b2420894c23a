package dev.kontor.archive;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Volumes of orders (chapter 9). */
@Component
public final class ArchiveDepartment implements Department {

    private static final DepartmentId ID = new DepartmentId("archive");

    @Override
    public DepartmentId id() {
        return ID;
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.ORDER_COMPLETED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.ARCHIVE_FILED);
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
