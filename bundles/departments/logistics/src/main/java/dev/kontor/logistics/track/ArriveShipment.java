package dev.kontor.logistics.track;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Deeming;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods have arrived at the delivery place; the receipt advice (到货签收单) is the evidence. The acceptance checklist is
 * made, its report printed for signing, and the representative assists the customer.
 */
@Component
public final class ArriveShipment implements OrderCommand {

    static final DocumentKind RECEIPT = new DocumentKind("logistics.receipt-advice");

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Incidents incidents;
    private final Deeming deeming;

    @Activate
    public ArriveShipment(
            @Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Incidents incidents, @Reference Deeming deeming) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.incidents = incidents;
        this.deeming = deeming;
    }

    @Override
    public String name() {
        return "logistics/arrive-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.arrive-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.TRACK);
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.arrive-submit"),
                Field.date("arrived-on", Text.of("logistics.arrived-on")).withClause("6.2"),
                Field.text("received-by", Text.of("logistics.received-by")),
                Field.file("receipt", Text.of("logistics.receipt-advice")).withHint(Text.of("logistics.photo-hint")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("arrived-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        demandNothingLost(shipment);
        LocalDate day = values.date("arrived-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("arrived-on", Text.of("logistics.day-ahead"));
        }
        shipment.journey().dispatchedOn().filter(day::isBefore).ifPresent(left -> {
            throw Refused.at("arrived-on", Text.of("logistics.before-dispatched", left));
        });
        shipments.machines(file, shipment)
                .forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_ARRIVED, day));
        shipment.arrive(day, values.text("received-by"), file.file(RECEIPT, values.upload("receipt").orElseThrow()), file.now());
        file.complete(owed.id(), Outcome.of("arrived"));
        Coverage.settle(file);
        acceptances.begin(file, shipment, Acceptance.ARRIVAL);
        deeming.await(file, shipment);
        Text said = Text.of("logistics.arrived", shipment.number(), day, values.text("received-by"));
        file.note("logistics.arrived", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).withId(shipment.id());
    }

    /** What is lost does not arrive; first it is said whether it was found, or which machines will not come. */
    private void demandNothingLost(Shipment shipment) {
        incidents.harm(shipment).stream().filter(each -> each.kind().equals(Incident.LOSS)).findFirst().ifPresent(loss -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.loss-open", loss.number()));
        });
    }
}
