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
import dev.kontor.review.Vocabulary;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales answers a reviewer; the reviewer's clock goes on. */
@Component
public final class AnswerIssue implements OrderCommand {

    private final Issues issues;

    @Activate
    public AnswerIssue(@Reference Issues issues) {
        this.issues = issues;
    }

    @Override
    public String name() {
        return "review/answer-issue";
    }

    @Override
    public Text title() {
        return Text.of("review.answer-issue");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.ANSWER);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        String question = task.map(owed -> issues.question(file.number(), owed)).orElse("");
        return Form.of(
                Text.of("review.answer-submit"),
                Field.longText("answer", Text.of("review.answer")).withHint(Text.plain(question)).withClause("4.1"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        issues.answer(file, task.orElseThrow(), values.text("answer"));
        return Answer.of(Text.of("review.answer-sent"), file.number());
    }
}
