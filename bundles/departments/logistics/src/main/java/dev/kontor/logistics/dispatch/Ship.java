package dev.kontor.logistics.dispatch;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link PlanShipment} for whom finished machines wait: the task leads to its form. */
@Component
public final class Ship implements OrderCommand {

    private final PlanShipment plan;

    @Activate
    public Ship(@Reference PlanShipment plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return "logistics/ship";
    }

    @Override
    public Text title() {
        return plan.title();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.SHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return plan.offered(file, task);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return plan.form(file, task);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return plan.initial(file, task);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        return plan.run(file, task, values);
    }
}
