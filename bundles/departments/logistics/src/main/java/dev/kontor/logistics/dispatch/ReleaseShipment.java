package dev.kontor.logistics.dispatch;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The clerk has a planned shipment released: the rules look at what is demanded, and once more at the customer's credit
 * . While another department holds it the clerk's time stands still; then it is asked again.
 */
@Component
public final class ReleaseShipment implements OrderCommand {

    private final Shipments shipments;
    private final Gate gate;
    private final Holding holding;

    @Activate
    public ReleaseShipment(@Reference Shipments shipments, @Reference Gate gate, @Reference Holding holding) {
        this.shipments = shipments;
        this.gate = gate;
        this.holding = holding;
    }

    @Override
    public String name() {
        return "logistics/release-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.release-shipment");
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
        return 1;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return task.map(shipments::about).filter(each -> each.state() == State.PLANNED).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("logistics.release-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Shipment shipment = shipments.about(task.orElseThrow());
        Decision decision = gate.ask(file, Gate.RELEASE, shipment);
        Optional<Text> held = Gate.held(file, Stream.of(decision));
        if (held.isPresent()) {
            return holding.hold(file, shipment, task.orElseThrow(), held.get());
        }
        file.resume(task.orElseThrow().id());
        shipment.release(decision, file);
        Text said = Text.of("logistics.released", shipment.number());
        file.note("logistics.released", said, List.of(new Change("decision", "", decision.id())));
        return Answer.of(said, file.number()).withId(shipment.id());
    }
}
