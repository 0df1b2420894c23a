package dev.kontor.review.issue;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A department is satisfied by sales' answer. */
@Component
public final class SettleQuestion implements OrderCommand {

    private final Issues issues;

    @Activate
    public SettleQuestion(@Reference Issues issues) {
        this.issues = issues;
    }

    @Override
    public String name() {
        return "review/settle-question";
    }

    @Override
    public Text title() {
        return Text.of("review.settle-question");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.OPINION);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file) && issues.any(file.number(), task.map(Task::subject).orElse(""));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.resolve-submit"),
                issues.choice(file.number(), task.map(Task::subject).orElse("")).withClause("4.2"),
                Field.longText("resolution", Text.of("review.resolution")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        issues.resolve(file, values.text("issue"), values.text("resolution"));
        return Answer.of(Text.of("review.issue-closed"), file.number());
    }
}
