package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.logistics.shipment.Shipment;
import java.time.LocalDate;
import java.util.List;

/** What machines reach by a signed report: delivered by that of the acceptance that the contract names, and by no other. */
final class Delivering {

    private Delivering() {}

    /** @param acceptance on arrival or final: what the customer has signed */
    static void by(Acceptance acceptance, OrderFile file, List<Machine> machines, LocalDate day) {
        boolean delivers = file.order().orElseThrow().deliveredOn() == acceptance;
        if (acceptance == Acceptance.FINAL) {
            reach(file, machines, MilestoneName.LOGISTICS_FINALLY_ACCEPTED, day);
        } else if (!delivers) {
            reach(file, machines, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, day);
        }
        if (delivers) {
            reach(file, machines, MilestoneName.LOGISTICS_DELIVERED, day);
        }
    }

    /**
     * An agreement may name an acceptance as delivery for which the customer has signed before: delivered as of today. What was
     * signed on arrival, when that was delivery, is an acceptance of its own once the final one is.
     */
    static void agreed(OrderFile file, Shipment shipment, List<Machine> machines) {
        Acceptance delivery = file.order().orElseThrow().deliveredOn();
        if (shipment.signature(delivery).signedOn().isPresent()) {
            reach(file, machines, MilestoneName.LOGISTICS_DELIVERED, file.today());
        }
        if (delivery == Acceptance.FINAL) {
            shipment.signature(Acceptance.ARRIVAL).signedOn()
                    .ifPresent(day -> reach(file, machines, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, day));
        }
    }

    private static void reach(OrderFile file, List<Machine> machines, MilestoneName milestone, LocalDate day) {
        machines.forEach(machine -> file.reach(machine.serial(), milestone, day));
    }
}
