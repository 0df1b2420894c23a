package dev.kontor.logistics.dispatch;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shipments that another department holds: the hold is kept so that everybody sees it, the clerk's time stands
 * still, and the rules are asked again every day, so that nobody has to guess when the goods may go on.
 */
@Component(service = Holding.class)
public final class Holding {

    /** The matter of the daily question. */
    public static final String MATTER = "held";

    private static final DepartmentId LOGISTICS = new DepartmentId("logistics");

    private final Shipments shipments;
    private final Gate gate;

    @Activate
    public Holding(@Reference Shipments shipments, @Reference Gate gate) {
        this.shipments = shipments;
        this.gate = gate;
    }

    /**
     * Asks at each point and keeps the decisions.
     *
     * @param task in which the clerk owes to send it
     * @return what the clerk is told where another department holds the goods; empty when they may go on
     * @throws Refused {@code CONFLICT} with every item that fails
     */
    Optional<Answer> ask(OrderFile file, Shipment shipment, Task task, ConsultationPoint... points) {
        List<Decision> asked = Stream.of(points).map(point -> gate.ask(file, point, shipment)).toList();
        return Gate.held(file, asked.stream()).map(reason -> hold(file, shipment, task, reason));
    }

    /** @param task in which the clerk owes to send it */
    Answer hold(OrderFile file, Shipment shipment, Task task, Text reason) {
        shipment.hold(file.now());
        Text said = Text.of("logistics.held", shipment.number(), reason);
        file.suspend(task.id(), said);
        file.plan(LOGISTICS, MATTER, file.today().plusDays(1));
        file.note("logistics.held", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).withId(shipment.id());
    }

    /** Asks again for every shipment that is held; what is held no longer is the clerk's again. */
    public void look(OrderFile file) {
        for (Shipment shipment : shipments.of(file.number()).stream().filter(Shipment::isHeld).toList()) {
            if (Gate.held(file, asked(file, shipment)).isPresent()) {
                file.plan(LOGISTICS, MATTER, file.today().plusDays(1));
            } else {
                goOn(file, shipment);
            }
        }
    }

    /** One that is released is held by what is asked at dispatch. */
    private Stream<Decision> asked(OrderFile file, Shipment shipment) {
        List<ConsultationPoint> points = shipment.state() == State.PLANNED ? List.of(Gate.RELEASE) : List.of(Gate.RELEASE, Gate.DISPATCH);
        return points.stream().map(point -> gate.consult(file, point, shipment));
    }

    private static void goOn(OrderFile file, Shipment shipment) {
        shipment.letGo();
        file.openTasks(Duties.SEND).stream()
                .filter(task -> Duties.number(task) == shipment.number())
                .forEach(task -> file.resume(task.id()));
        Text said = Text.of("logistics.held-no-longer", shipment.number());
        file.note("logistics.held", said, List.of());
        file.notify(Role.LOGISTICS_CLERK, said);
    }
}
