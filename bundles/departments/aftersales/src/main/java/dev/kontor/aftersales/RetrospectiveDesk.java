package dev.kontor.aftersales;

import dev.kontor.aftersales.facts.OrderCompleted;
import dev.kontor.aftersales.retrospective.Retrospectives;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.time.LocalDate;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks sales to look back on a completed order: a second desk of after-sales, for a department opens on one set of
 * milestones.
 */
@Component
public final class RetrospectiveDesk implements Department {

    private final Retrospectives retrospectives;

    @Activate
    public RetrospectiveDesk(@Reference Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("aftersales-retrospective");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.ORDER_COMPLETED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        if (retrospectives.of(file.number()).isPresent()) {
            return; // completed once more at a later revision
        }
        LocalDate completed = file.passed().stream()
                .filter(each -> each.name().equals(MilestoneName.ORDER_COMPLETED))
                .map(Milestone::on)
                .findFirst()
                .orElse(file.today());
        file.consult(Question.at(Vocabulary.AT_RETROSPECTIVE, new OrderCompleted(completed.toString())).since(completed).addingOnly());
        file.openTasks(Vocabulary.RETROSPECTIVE).stream()
                .filter(task -> task.holder().isEmpty())
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // its tasks are after-sales'
    }
}
