package dev.kontor.review.preliminary;

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
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.ReviewBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The head of sales hands the order back as an issue; the next revision answers it, and it must be resolved. */
@Component
public final class ReturnOrder implements OrderCommand {

    private final ReviewBook book;

    @Activate
    public ReturnOrder(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "review/return";
    }

    @Override
    public Text title() {
        return Text.of("review.return");
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
        return FourEyes.allow(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("review.return-submit"), Field.longText("reason", Text.of("review.what-is-wrong")).withClause("4.1"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Task owed = task.orElseThrow();
        String why = values.text("reason");
        book.keep(new Issue(
                file.number().value(),
                file.order().orElseThrow().revision(),
                Issue.RETURNED,
                Vocabulary.PRELIMINARY_ASKER,
                owed.id().toString(),
                why,
                file.actor().id().value(),
                file.now()));
        Text said = Text.of("review.returned", file.number().value(), why);
        file.note("review.returned", said, List.of());
        file.complete(owed.id(), new Outcome("returned", why));
        return Answer.of(said, file.number());
    }
}
