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
import dev.kontor.review.book.Issue;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A department asks sales something before it gives its opinion. */
@Component
public final class AskSales implements OrderCommand {

    private final Issues issues;

    @Activate
    public AskSales(@Reference Issues issues) {
        this.issues = issues;
    }

    @Override
    public String name() {
        return "review/ask-sales";
    }

    @Override
    public Text title() {
        return Text.of("review.ask-sales");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.OPINION);
    }

    /** Behind the opinion that is owed. */
    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.raise-submit"),
                Field.longText("question", Text.of("review.question"))
                        .withHint(Text.of("review.question-hint"))
                        .withClause("4.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Issue issue = issues.raise(file, task.orElseThrow(), task.orElseThrow().subject(), values.text("question"));
        return Answer.of(Text.of("review.question-sent"), file.number()).withId(issue.id());
    }
}
