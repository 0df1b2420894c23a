package dev.kontor.logistics.acceptance;

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
import dev.kontor.logistics.shipment.Duties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The owner of an objection says how it was solved; the customer is then asked. */
@Component
public final class SolveObjection implements OrderCommand {

    private final Acceptances acceptances;

    @Activate
    public SolveObjection(@Reference Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/solve-objection";
    }

    @Override
    public Text title() {
        return Text.of("logistics.solve-objection");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.OBJECTION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Objection objection = acceptances.about(task.orElseThrow());
        Text asked = objection.remarks().isEmpty()
                ? Text.plain(objection.words())
                : Text.of("logistics.objection-again", objection.words(), objection.solution(), objection.remarks());
        return Form.of(
                Text.of("logistics.solve-objection"),
                Field.longText("solution", Text.of("logistics.solution")).withHint(asked).withClause("6.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Objection objection = acceptances.about(owed);
        objection.solve(values.text("solution"), file);
        file.complete(owed.id(), new Outcome("solved", values.text("solution")));
        acceptances.rest(file, objection.shipment());
        Text said = Text.of("logistics.objection-solved", objection.number(), values.text("solution"));
        file.note("logistics.objection", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).withId(objection.id());
    }
}
