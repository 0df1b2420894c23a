package dev.kontor.aftersales;

import dev.kontor.aftersales.retrospective.LookBack;
import dev.kontor.aftersales.visit.VisitPlan;
import dev.kontor.aftersales.warranty.RetentionMoney;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Serves customers after delivery, and asks them from time to time whether they are satisfied; of a completed order it asks
 * sales to look back (chapter 8).
 */
@Component
public final class AfterSalesDepartment implements Department {

    private final VisitPlan plan;
    private final LookBack lookBack;
    private final Warranties warranties;

    @Activate
    public AfterSalesDepartment(@Reference VisitPlan plan, @Reference LookBack lookBack, @Reference Warranties warranties) {
        this.plan = plan;
        this.lookBack = lookBack;
        this.warranties = warranties;
    }

    @Override
    public DepartmentId id() {
        return Vocabulary.AFTERSALES;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(MilestoneName.LOGISTICS_DELIVERED, this::serve),
                Arrival.on(MilestoneName.ORDER_COMPLETED, lookBack::ask));
    }

    /** The warranty runs: until somebody reads its clause, the company's months count for it. */
    private void serve(OrderFile file) {
        plan.begin(file);
        if (warranties.isUnread(file)) {
            file.notify(Role.AFTERSALES_ENGINEER, Text.of("aftersales.read-the-clause", file.number().value()));
        }
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    /** A visit's day has come, or a warranty or a case of it has changed. */
    @Override
    public void attend(OrderFile file, String matter) {
        if (matter.equals(RetentionMoney.MATTER)) {
            RetentionMoney.attend(file);
        } else {
            plan.attend(file, matter);
        }
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // each task is ended by the one command that does its work
    }
}
