package dev.kontor.logistics.dispatch;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.ReadyOrder;
import dev.kontor.logistics.shipment.Shipments;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sees when an order has machines to ship: all of them, or some where the contract allows partial delivery.
 * Machines are finished one by one without telling anybody, so an order with partial deliveries, or with machines under way and
 * others to follow, is looked at every day.
 */
@Component(service = Readiness.class)
public final class Readiness {

    /** The matter of the daily look. */
    public static final String MATTER = "ready";

    private static final DepartmentId LOGISTICS = new DepartmentId("logistics");

    private final Shipments shipments;

    @Activate
    public Readiness(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    /** Looks now, and again tomorrow as long as a machine may be finished that nobody tells of. */
    public void look(OrderFile file) {
        boolean partial = file.order().filter(order -> order.delivery().partialAllowed()).isPresent();
        boolean finished = Coverage.isWhole(file, MilestoneName.PRODUCTION_FINISHED);
        List<Machine> free = shipments.free(file);
        if (Gate.isCleared(file) && !free.isEmpty() && (partial || finished)) {
            await(file, free.size());
        } else {
            settle(file);
        }
        if (Gate.isCleared(file) && !finished && (partial || isUnderWay(file))) {
            file.plan(LOGISTICS, MATTER, file.today().plusDays(1));
        } else {
            file.unplan(LOGISTICS, MATTER);
        }
    }

    /** Something has left the works: what is made instead of a lost machine, or was added since, is finished without a word. */
    private static boolean isUnderWay(OrderFile file) {
        return file.machines().stream().anyMatch(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED))
                || file.milestones().contains(MilestoneName.LOGISTICS_DISPATCHED);
    }

    /** A shipment was planned: what is left over is a round of its own. */
    void planned(OrderFile file) {
        file.openTasks(Duties.SHIP).forEach(owed -> file.complete(owed.id(), Outcome.of("planned")));
        shipments.ready(file.number()).ifPresent(ready -> ready.count(0, file.now()));
        look(file);
    }

    private void await(OrderFile file, int machines) {
        ReadyOrder ready = shipments.ready(file.number()).orElseGet(() -> {
            ReadyOrder found = new ReadyOrder(file.number().value(), file.summary().customerName());
            shipments.keep(found);
            return found;
        });
        ready.count(machines, file.now());
        if (file.openTasks(Duties.SHIP).isEmpty()) {
            Duties.follow(file, new WorkArose("ready", "" + ready.rounds(), ""));
        }
    }

    /** Nothing waits for a shipment. */
    private void settle(OrderFile file) {
        shipments.ready(file.number()).ifPresent(ready -> ready.count(0, file.now()));
        file.openTasks(Duties.SHIP).forEach(task -> file.cancel(task.id(), Text.of("logistics.nothing-to-ship")));
    }
}
