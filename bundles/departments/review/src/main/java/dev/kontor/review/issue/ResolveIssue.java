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

/** The head of sales finds an issue properly resolved. */
@Component
public final class ResolveIssue implements OrderCommand {

    private final Issues issues;

    @Activate
    public ResolveIssue(@Reference Issues issues) {
        this.issues = issues;
    }

    @Override
    public String name() {
        return "review/resolve-issue";
    }

    @Override
    public Text title() {
        return Text.of("review.resolve-issue");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.PRELIMINARY);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file) && issues.any(file.number(), Vocabulary.PRELIMINARY_ASKER);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.resolve-submit"),
                issues.choice(file.number(), Vocabulary.PRELIMINARY_ASKER).withClause("4.1"),
                Field.longText("resolution", Text.of("review.resolution")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        issues.resolve(file, values.text("issue"), values.text("resolution"));
        return Answer.of(Text.of("review.issue-closed"), file.number());
    }
}
