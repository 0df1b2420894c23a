package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The planner plans a cleared order: its operations, work centres, hours and materials. */
@Component
public final class MakePlan implements OrderCommand {

    private final PlanForm form;
    private final Revising revising;

    @Activate
    public MakePlan(@Reference PlanForm form, @Reference Revising revising) {
        this.form = form;
        this.revising = revising;
    }

    @Override
    public String name() {
        return "production/make-plan";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.make");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Planning.PLAN);
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
        file.complete(task.orElseThrow().id(), Outcome.of("planned"));
        return revising.revise(file, values);
    }
}
