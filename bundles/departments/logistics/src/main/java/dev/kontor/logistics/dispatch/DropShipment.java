package dev.kontor.logistics.dispatch;

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
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A planned shipment is given up before it leaves; its machines may be shipped otherwise. */
@Component
public final class DropShipment implements OrderCommand {

    private final Shipments shipments;
    private final Readiness readiness;

    @Activate
    public DropShipment(@Reference Shipments shipments, @Reference Readiness readiness) {
        this.shipments = shipments;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "logistics/drop-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.drop-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.SEND);
    }

    @Override
    public int position() {
        return 3;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("logistics.drop-submit"), Field.longText("reason", Text.of("logistics.reason-why")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        shipment.drop(file.now());
        file.resume(owed.id());
        file.complete(owed.id(), new Outcome("dropped", values.text("reason")));
        readiness.look(file);
        Text said = Text.of("logistics.dropped", shipment.number(), values.text("reason"));
        file.note("logistics.shipment", said, List.of());
        return Answer.of(said, file.number()).withId(shipment.id());
    }
}
