package dev.kontor.logistics.track;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.dispatch.Readiness;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How a loss ends: what was found travels on, what is lost counts for nothing any more. Production strikes it and makes
 * another machine, which travels in a shipment of its own.
 */
@Component(service = Losses.class)
public final class Losses {

    static final String FIELD = "lost";

    private static final Set<TaskKind> OF_A_SHIPMENT = Set.of(Duties.TRACK, Duties.ACCEPT);

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Readiness readiness;

    @Activate
    public Losses(@Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Readiness readiness) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.readiness = readiness;
    }

    private Shipment shipment(Incident incident) {
        return shipments.shipment(incident.shipment()).orElseThrow();
    }

    private List<Machine> open(OrderView file, Incident incident) {
        return shipments.machines(file, shipment(incident)).stream()
                .filter(machine -> !machine.has(MilestoneName.LOGISTICS_DELIVERED))
                .toList();
    }

    Field field(OrderView file, Incident incident) {
        return Field.choices(FIELD, Text.of("logistics.lost"), open(file, incident).stream()
                        .map(machine -> new Field.Option(
                                machine.serial().value(), Text.of("logistics.machine", machine.serial().value(), machine.model())))
                        .toList())
                .optional()
                .withHint(Text.of("logistics.lost-hint"));
    }

    /** @param serials of the machines that will not come; none if everything was found */
    void settle(OrderFile file, Incident incident, List<String> serials) {
        List<Machine> lost = open(file, incident).stream().filter(machine -> serials.contains(machine.serial().value())).toList();
        if (lost.size() < serials.size()) {
            throw Refused.at(FIELD, Text.of("logistics.not-on-the-way"));
        }
        if (lost.isEmpty()) {
            return;
        }
        lost.forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_LOST, file.today()));
        Shipment shipment = shipment(incident);
        if (shipments.machines(file, shipment).isEmpty()) {
            end(file, shipment);
        } else {
            acceptances.without(file, shipment);
        }
        readiness.look(file);
        Text said = Text.of("logistics.lost-for-good", shipment.number(), String.join(", ", serials));
        file.note("logistics.incident", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        file.notify(file.summary().representative(), said);
    }

    private void end(OrderFile file, Shipment shipment) {
        Stream<Task> owed = file.openTasks().stream()
                .filter(task -> OF_A_SHIPMENT.contains(task.kind()) && Duties.number(task) == shipment.number());
        owed.toList().forEach(task -> file.cancel(task.id(), Text.of("logistics.state.lost")));
        acceptances.end(file, shipment, Text.of("logistics.state.lost"));
        shipment.lose(file.now());
    }
}
