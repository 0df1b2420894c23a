package dev.kontor.production;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.purchasing.Purchasing;
import dev.kontor.production.quality.Outdated;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes what was ordered, once the order's review is cleared; its opinion before that is asked by the review department. While a
 * change of it is under review it is neither planned nor bought for. An order that is cancelled or ended takes nothing
 * of the work centres any more.
 */
@Component
public final class ProductionDepartment implements Department {

    private final Planning planning;
    private final Outdated outdated;
    private final Purchasing purchasing;

    @Activate
    public ProductionDepartment(@Reference Planning planning, @Reference Outdated outdated, @Reference Purchasing purchasing) {
        this.planning = planning;
        this.outdated = outdated;
        this.purchasing = purchasing;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("production");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(MilestoneName.ENTRY_SUBMITTED, this::reviewed),
                Arrival.on(MilestoneName.REVIEW_CLEARED, this::reviewed),
                Arrival.on(MilestoneName.REVIEW_TERMINATED, planning::end));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.PRODUCTION_STARTED, MilestoneName.PRODUCTION_FINISHED);
    }

    private void reviewed(OrderFile file) {
        purchasing.rest(file);
        outdated.reviewed(file);
        planning.reviewed(file);
        purchasing.reviewed(file);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // whoever does the work says what follows, in its own command
    }

    @Override
    public void decided(OrderFile file, Decision decision) {
        planning.decided(file, decision);
    }

    @Override
    public void attend(OrderFile file, String matter) {
        if (matter.equals(Outdated.COMPARE)) {
            outdated.reviewed(file);
        } else {
            planning.attend(file, matter);
        }
    }
}
