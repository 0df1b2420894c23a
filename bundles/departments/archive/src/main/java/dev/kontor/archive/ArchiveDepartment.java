package dev.kontor.archive;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.archive.filing.Completion;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Volumes of orders (chapter 9): a completed order is filed, later documents follow in supplementary volumes; of an order
 * that company leadership ended what there is.
 */
@Component
public final class ArchiveDepartment implements Department {

    private final Completion completion;

    @Activate
    public ArchiveDepartment(@Reference Completion completion) {
        this.completion = completion;
    }

    @Override
    public DepartmentId id() {
        return Archive.ID;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(MilestoneName.ORDER_COMPLETED, completion::begin),
                Arrival.on(MilestoneName.REVIEW_TERMINATED, completion::look));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.ARCHIVE_FILED);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // whoever ends a task of the archive does in the same command what follows
    }

    @Override
    public void attend(OrderFile file, String matter) {
        completion.look(file);
    }
}
