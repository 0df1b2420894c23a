package dev.kontor.finance.settlement;

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

/** An order that is delivered and collected is completed; its papers go to the archive: a desk of finance of its own. */
@Component
public final class CompletionDesk implements Department {

    private final Settling settling;

    @Activate
    public CompletionDesk(@Reference Settling settling) {
        this.settling = settling;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance-completion");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.LOGISTICS_DELIVERED, MilestoneName.FINANCE_COLLECTED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.ORDER_COMPLETED);
    }

    @Override
    public void open(OrderFile file) {
        file.reach(MilestoneName.ORDER_COMPLETED);
        settling.ask(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // its tasks are finance's own: the commands that end them do the rest
    }
}
