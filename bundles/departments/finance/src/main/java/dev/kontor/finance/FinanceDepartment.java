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

/** Counts every submitted order into its customer's credit exposure. Its opinion is asked by the review department. */
@Component
public final class FinanceDepartment implements Department {

    private final CreditBook book;

    @Activate
    public FinanceDepartment(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.ENTRY_SUBMITTED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        file.order().ifPresent(book::count);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // an evaluation is read by finance's own opinion; nothing else waits for it
    }
}
