package dev.kontor.production.plan.delay;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.WorkOrder;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production tells sales of an abnormality before it delays anything, or of a delay that no forecast shows yet. */
@Component
public final class NotifyAbnormality implements OrderCommand {

    private final Delays delays;
    private final PlanBook book;

    @Activate
    public NotifyAbnormality(@Reference Delays delays, @Reference PlanBook book) {
        this.delays = delays;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/notify-abnormality";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.notify-abnormality");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    /** While a delay notice is owed it is given on its task. */
    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.openTasks(Delays.NOTICE).isEmpty()
                && book.workOrder(file.number()).filter(WorkOrder::isOpen).isPresent();
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
