package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlanBook;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The planner replaces a plan by another version, and says why. */
@Component
public final class ChangePlan implements OrderCommand {

    private final PlanForm form;
    private final Revising revising;
    private final PlanBook book;

    @Activate
    public ChangePlan(@Reference PlanForm form, @Reference Revising revising, @Reference PlanBook book) {
        this.form = form;
        this.revising = revising;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/change-plan";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.change");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    /** While a plan is owed it is made on its task; a finished order is planned no more. */
    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return book.workOrder(file.number()).isPresent()
                && file.openTasks(Planning.PLAN).isEmpty()
                && file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                && !file.milestones().contains(MilestoneName.PRODUCTION_FINISHED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return form.form(file);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return form.initial(file);
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return form.version(file);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        return revising.revise(file, values);
    }
}
