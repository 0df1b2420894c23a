package dev.kontor.production.plan.delay;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.Planning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order's representative takes note of a delay; from then on the customer is to be told. */
@Component
public final class AcknowledgeDelay implements OrderCommand {

    private final DelayBook delays;
    private final Planning planning;

    @Activate
    public AcknowledgeDelay(@Reference DelayBook delays, @Reference Planning planning) {
        this.delays = delays;
        this.planning = planning;
    }

    @Override
    public String name() {
        return "production/acknowledge-delay";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.acknowledge");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Delays.ACKNOWLEDGE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.plan.acknowledge-submit"),
                Field.longText("remarks", Text.of("production.plan.remarks")).optional()
                        .withHint(Text.of("production.plan.acknowledge-hint")).withClause("5.1"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        DelayNotice notice = delays.find(file.number(), owed.subject()).orElseThrow();
        notice.acknowledge(file.actor().id().value(), file.now());
        file.complete(owed.id(), new Outcome("acknowledged", values.text("remarks")));
        planning.judge(file);
        Text said = Text.of("production.plan.acknowledged", notice.number());
        file.note("production.delay", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, Text.of("production.plan.acknowledged-told", file.number().value(), notice.number()));
        return Answer.of(said, file.number());
    }
}
