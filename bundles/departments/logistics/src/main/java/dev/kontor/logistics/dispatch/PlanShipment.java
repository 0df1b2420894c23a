package dev.kontor.logistics.dispatch;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.carrier.Carrier;
import dev.kontor.logistics.carrier.Carriers;
import dev.kontor.logistics.carrier.RegisterCarrier;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clerk puts finished machines into a shipment, with mode and carrier and the reason for the choice. */
@Component(service = {OrderCommand.class, PlanShipment.class})
public final class PlanShipment implements OrderCommand {

    private final Shipments shipments;
    private final Carriers carriers;
    private final Readiness readiness;

    @Activate
    public PlanShipment(@Reference Shipments shipments, @Reference Carriers carriers, @Reference Readiness readiness) {
        this.shipments = shipments;
        this.carriers = carriers;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "logistics/plan-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.plan-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LOGISTICS_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().isPresent() && !shipments.free(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> known = carriers.active().stream()
                .map(carrier -> new Field.Option(carrier.id(), Text.plain(carrier.name())))
                .toList();
        if (known.isEmpty()) {
            return Form.missing(Text.of("logistics.no-carriers"), Text.of("logistics.carriers"), "logistics/carriers");
        }
        return Form.of(
                Text.of("logistics.plan-submit"),
                Field.choices("machines", Text.of("logistics.machines"), shipments.free(file).stream().map(PlanShipment::option).toList())
                        .withHint(partial(file))
                        .withClause("6.1"),
                Field.choice("mode", Text.of("logistics.mode"), RegisterCarrier.modes()).withHint(place(file)).withClause("6.1"),
                Field.choice("carrier", Text.of("logistics.carrier"), known).withHint(Text.of("logistics.carrier-hint")),
                Field.longText("reason", Text.of("logistics.choice-reason")).withHint(Text.of("logistics.choice-reason-hint")));
    }

    private static Field.Option option(Machine machine) {
        return new Field.Option(machine.serial().value(), Text.of("logistics.machine", machine.serial().value(), machine.model()));
    }

    private static Text partial(OrderView file) {
        boolean allowed = file.order().filter(order -> order.delivery().partialAllowed()).isPresent();
        return Text.of(allowed ? "logistics.partial-allowed" : "logistics.partial-not-allowed");
    }

    private static Text place(OrderView file) {
        return file.order().map(order -> Text.of("logistics.to-place", order.delivery().place(), order.delivery().date()))
                .orElse(Text.plain(""));
    }

    /** Everything that is ready travels together unless the clerk says otherwise. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("machines", shipments.free(file).stream().map(machine -> machine.serial().value()).toList()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<Machine> machines = shipments.free(file).stream()
                .filter(machine -> values.choices("machines").contains(machine.serial().value()))
                .toList();
        if (machines.isEmpty() || machines.size() < values.choices("machines").size()) {
            throw Refused.at("machines", Text.of("logistics.machine-not-free"));
        }
        Carrier carrier = carriers.find(values.text("carrier")).orElseThrow();
        if (!carrier.modes().contains(values.text("mode"))) {
            throw Refused.at("carrier", Text.of("logistics.carrier-mode", carrier.name(), Text.of("logistics.mode." + values.text("mode"))));
        }
        int number = shipments.of(file.number()).size() + 1;
        Shipment shipment = new Shipment(
                file, number, new Transport(values.text("mode"), carrier, values.text("reason")), file.order().orElseThrow().delivery().place());
        shipments.keep(shipment, machines);
        readiness.planned(file);
        Duties.follow(file, new WorkArose("planned", "" + number, ""));
        Text said = Text.of("logistics.planned", number, machines.size(), carrier.name());
        file.note("logistics.shipment", said, List.of(
                new Change("machines", "", String.join(", ", values.choices("machines"))),
                new Change("carrier", "", carrier.name()),
                new Change("reason", "", values.text("reason"))));
        return Answer.of(said, file.number()).withId(shipment.id());
    }
}
