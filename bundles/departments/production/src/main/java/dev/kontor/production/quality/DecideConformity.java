package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.UnderReview;
import dev.kontor.production.quality.book.Conformity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Production decides what becomes of a machine that was begun before its order was changed: it conforms to the revision in force
 * as it is, which nobody says of what they built or reworked themselves, or it is reworked.
 */
@Component
public final class DecideConformity implements OrderCommand {

    private final Outdated outdated;
    private final Quality quality;

    @Activate
    public DecideConformity(@Reference Outdated outdated, @Reference Quality quality) {
        this.outdated = outdated;
        this.quality = quality;
    }

    @Override
    public String name() {
        return "production/decide-conformity";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.decide-conformity");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.CONFORMITY);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Machine machine = machine(file, task);
        List<Field.Option> verdicts = Stream.of(Conformity.CONFORMS, Conformity.REWORK)
                .map(each -> new Field.Option(each, Text.of("production.quality.conformity." + each)))
                .toList();
        return Form.of(
                Text.of("production.quality.decide-conformity-submit"),
                Field.choice("verdict", Text.of("production.quality.verdict"), verdicts)
                        .withClause("4.2")
                        .withHint(Text.of("production.quality.changed", machine.serial().value(), machine.revision(),
                                file.summary().revision(), Outdated.differences(file, machine))),
                Field.longText("grounds", Text.of("production.quality.grounds"))
                        .withHint(Text.of("production.quality.conformity-hint")));
    }

    /** A form that was opened for another revision is refused. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return file.summary().revision();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        UnderReview.demandNone(file);
        Machine machine = machine(file, task);
        boolean conforms = values.text("verdict").equals(Conformity.CONFORMS);
        if (conforms && quality.workedOn(machine, file.actor().id().value())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.built-it", machine.serial().value()));
        }
        file.complete(task.orElseThrow().id(), new Outcome(values.text("verdict"), values.text("grounds")));
        if (conforms) {
            outdated.conforms(file, machine, values.text("grounds"));
        } else {
            outdated.rework(file, machine, values.text("grounds"));
        }
        quality.ask(file);
        return Answer.of(Text.of("production.quality.conformity-decided", machine.serial().value(),
                Text.of("production.quality.conformity." + values.text("verdict")), values.text("grounds")), file.number());
    }

    private static Machine machine(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> file.outdated().stream()
                        .filter(machine -> Quality.conformity(machine, file).equals(owed.subject()))
                        .findFirst())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.quality.conforms-already")));
    }
}
