package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
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
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Solution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The objector agrees to a proposed solution, or declines it with a reason. */
@Component
public final class AgreeSolution implements OrderCommand {

    private final ReviewBook book;
    private final WayBack wayBack;

    @Activate
    public AgreeSolution(@Reference ReviewBook book, @Reference WayBack wayBack) {
        this.book = book;
        this.wayBack = wayBack;
    }

    @Override
    public String name() {
        return "review/agree-solution";
    }

    @Override
    public Text title() {
        return Text.of("review.agree-solution");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.SOLUTION);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text proposed = task.flatMap(owed -> book.proposed(file.number(), owed.subject()))
                .map(solution -> Text.of("review.solution-line", Text.of("review.solution." + solution.kind()), solution.words()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("review.agree-submit"),
                Field.yesNo("agreed", Text.of("review.agreed")).withHint(proposed).withClause("4.2"),
                Field.longText("remarks", Text.of("review.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Task owed = task.orElseThrow();
        Solution solution = book.proposed(file.number(), owed.subject())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.solution-settled")));
        boolean agreed = values.yes("agreed");
        if (!agreed && values.text("remarks").isEmpty()) {
            throw Refused.at("remarks", Text.of("review.decline-needs-words"));
        }
        solution.settle(agreed, file.actor().id().value(), file.now(), values.text("remarks"));
        file.complete(owed.id(), new Outcome(solution.state(), values.text("remarks")));
        Text said = Text.of(
                agreed ? "review.solution-agreed" : "review.solution-declined", Text.of("department." + solution.department()));
        file.note("review.solution-settled", said, List.of());
        file.notify(file.summary().representative(), said);
        wayBack.ask(file);
        return Answer.of(said, file.number());
    }
}
