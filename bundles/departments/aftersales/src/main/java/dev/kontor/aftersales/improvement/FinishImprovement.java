package dev.kontor.aftersales.improvement;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.ImprovementDone;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The owner has improved it, and says how; the rules say who looks at it. */
@Component
public final class FinishImprovement implements OrderCommand {

    private final Improvements improvements;

    @Activate
    public FinishImprovement(@Reference Improvements improvements) {
        this.improvements = improvements;
    }

    @Override
    public String name() {
        return "aftersales/finish-improvement";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.finish-improvement");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.IMPROVEMENT);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Optional<Improvement> owed = task.flatMap(improvements::about);
        String wanted = owed.map(Improvement::remarks).filter(words -> !words.isEmpty()).orElse("");
        Field done = Field.longText("done", Text.of("aftersales.what-was-done")).withClause("8.1");
        return new Form(
                List.of(new Form.Section(
                        Text.plain(owed.map(Improvement::what).orElse("")),
                        List.of(wanted.isEmpty() ? done : done.withHint(Text.of("aftersales.not-yet", wanted))))),
                Text.of("aftersales.finish-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Improvement owed = task.flatMap(improvements::about).orElseThrow();
        owed.finish(values.text("done"), file.actor().id().value(), file.today());
        file.complete(task.orElseThrow().id(), Outcome.of("improved"));
        file.consult(Question.at(
                Vocabulary.AT_IMPROVEMENT, new ImprovementDone(owed.verification(), owed.owner().value())).addingOnly());
        Text said = Text.of("aftersales.improvement-done", owed.id());
        file.note("aftersales.improvement-done", said, List.of());
        return Answer.of(said, file.number()).withId(owed.id());
    }
}
