package dev.kontor.logistics.acceptance;

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
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipments;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer objects to something that is no item of the checklist. */
@Component
public final class RaiseObjection implements OrderCommand {

    private final Shipments shipments;
    private final Acceptances acceptances;

    @Activate
    public RaiseObjection(@Reference Shipments shipments, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/raise-objection";
    }

    @Override
    public Text title() {
        return Text.of("logistics.raise-objection");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.ACCEPT);
    }

    @Override
    public int position() {
        return 3;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.raise-objection"),
                Field.longText("words", Text.of("logistics.objection-words")).withClause("6.2"),
                Owners.field("owner"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Objection objection = acceptances.object(
                file, shipments.about(owed), Duties.acceptance(owed), "", values.text("words"), new Role(values.text("owner")));
        Text said = Text.of("logistics.objection-kept", objection.number(), Text.of("role." + objection.owner()));
        return Answer.of(said, file.number()).withId(objection.id());
    }
}
