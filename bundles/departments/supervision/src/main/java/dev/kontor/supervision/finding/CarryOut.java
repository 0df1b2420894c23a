package dev.kontor.supervision.finding;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The owner of a finding puts it right and shows by what. */
@Component
public final class CarryOut implements OrderCommand {

    private final Rectifications rectifications;

    @Activate
    public CarryOut(@Reference Rectifications rectifications) {
        this.rectifications = rectifications;
    }

    @Override
    public String name() {
        return "supervision/carry-out";
    }

    @Override
    public Text title() {
        return Text.of("supervision.carry-out");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Supervision.RECTIFICATION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text opinion = task.map(owed -> rectifications.of(file, owed))
                .map(finding -> finding.remarks().isEmpty()
                        ? Text.of("supervision.opinion-on", finding.reason(), finding.opinion())
                        : Text.of("supervision.opinion-again", finding.reason(), finding.opinion(), finding.remarks()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.carry-out-submit"),
                Field.longText("done", Text.of("supervision.done")).withHint(opinion).withClause("10.1"),
                Field.file("evidence", Text.of("supervision.evidence")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Finding finding = rectifications.of(file, owed);
        values.upload("evidence").ifPresent(upload -> file.file(Supervision.EVIDENCE, upload));
        finding.carryOut(values.text("done"), file.actor().id(), file.now());
        Text said = Text.of("supervision.carried-out", finding.code(), finding.evidence());
        file.note("supervision.carried-out", said, List.of(new Change("finding", "", finding.id())));
        file.complete(owed.id(), new Outcome("carried-out", values.text("done")));
        return Answer.of(said, file.number()).withId(finding.id());
    }
}
