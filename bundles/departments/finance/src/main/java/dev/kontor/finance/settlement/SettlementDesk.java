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

/** A collected order is to be settled: a desk of finance of its own. */
@Component
public final class SettlementDesk implements Department {

    private final Settling settling;

    @Activate
    public SettlementDesk(@Reference Settling settling) {
        this.settling = settling;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance-settlement");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.FINANCE_COLLECTED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.FINANCE_SETTLED);
    }

    @Override
    public void open(OrderFile file) {
        settling.ask(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // its tasks are finance's own: the commands that end them do the rest
    }
}
