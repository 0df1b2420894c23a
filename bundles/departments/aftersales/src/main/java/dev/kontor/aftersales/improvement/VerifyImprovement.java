package dev.kontor.aftersales.improvement;

import dev.kontor.aftersales.Vocabulary;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody who did not do it sees that an improvement was made, or has it done again. */
@Component
public final class VerifyImprovement implements OrderCommand {

    private final Improvements improvements;

    @Activate
    public VerifyImprovement(@Reference Improvements improvements) {
        this.improvements = improvements;
    }

    @Override
    public String name() {
        return "aftersales/verify-improvement";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.verify-improvement");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.VERIFICATION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Optional<Improvement> done = task.flatMap(improvements::about);
        return new Form(
                List.of(new Form.Section(Text.plain(done.map(Improvement::what).orElse("")), List.of(
                        Field.yesNo("made", Text.of("aftersales.made"))
                                .withHint(Text.plain(done.map(Improvement::done).orElse("")))
                                .withClause("8.1"),
                        Field.longText("remarks", Text.of("aftersales.remarks")).optional().withHint(Text.of("aftersales.remarks-hint")),
                        Field.date("due-on", Text.of("aftersales.again-until")).optional()))),
                Text.of("aftersales.verify-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Improvement done = task.flatMap(improvements::about).orElseThrow();
        String by = file.actor().id().value();
        if (done.doneBy().equals(by)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("aftersales.own-improvement"));
        }
        return values.yes("made") ? accept(file, task.orElseThrow(), done, values) : again(file, task.orElseThrow(), done, values);
    }

    private static Answer accept(OrderFile file, Task task, Improvement done, Values values) {
        done.verify(values.text("remarks"), file.actor().id().value(), file.today());
        file.complete(task.id(), Outcome.of("verified"));
        Text said = Text.of("aftersales.improvement-verified", done.id());
        file.note("aftersales.improvement-verified", said, List.of());
        return Answer.of(said, file.number()).withId(done.id());
    }

    private Answer again(OrderFile file, Task task, Improvement done, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>(PlanImprovement.gaps(file, values));
        if (!values.has("remarks")) {
            gaps.add(0, new Refused.Gap("remarks", Text.of("aftersales.remarks-hint")));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        done.again(values.text("remarks"), values.date("due-on").orElseThrow());
        file.complete(task.id(), Outcome.of("not-improved"));
        improvements.ask(file, done);
        Text said = Text.of("aftersales.improvement-again", done.id(), values.text("remarks"));
        file.note("aftersales.improvement-again", said, List.of());
        return Answer.of(said, file.number()).withId(done.id());
    }
}
