package dev.kontor.production.plan.delay;

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
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The forecast is beyond the day that the customer counts on: production owes sales a notice. */
@Component
public final class NotifyDelay implements OrderCommand {

    private final Delays delays;

    @Activate
    public NotifyDelay(@Reference Delays delays) {
        this.delays = delays;
    }

    @Override
    public String name() {
        return "production/notify-delay";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.notify-delay");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Delays.NOTICE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return delays.form(file);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return delays.initial(file);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        return delays.tell(file, task, values);
    }
}
