package dev.kontor.logistics;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Signature;
import dev.kontor.logistics.shipment.State;
import dev.kontor.logistics.shipment.Transport;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings in the shipment of an opened order whose goods had left the works: from here on it is heard of, arrives and is accepted
 * like any other. Its papers lie where they were made; what proves it here is the opening's evidence.
 */
@Component
public final class LogisticsPart implements OpeningPart {

    private final Shipments shipments;
    private final Acceptances acceptances;

    @Activate
    public LogisticsPart(@Reference Shipments shipments, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.acceptances = acceptances;
    }

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        List<Machine> machines = file.machines();
        Transport transport = Transport.takenOver(opened.more().getOrDefault("logistics.carrier", ""));
        Shipment shipment = new Shipment(file, 1, transport, file.order().orElseThrow().delivery().place());
        shipments.keep(shipment, machines);
        for (MilestoneName milestone : List.of(
                MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED)) {
            opened.on(milestone).ifPresent(day -> reach(file, milestone, day));
        }
        accepted(file, opened);
        Coverage.settle(file);
        travel(file, shipment, opened);
    }

    /** What an opening does not name, and money may wait for: who let goods leave, or has them, had accepted them before. */
    private static void accepted(OrderFile file, OpenedOrder opened) {
        Order order = file.order().orElseThrow();
        if (order.acceptances().contains(Acceptance.PRE)) {
            opened.on(MilestoneName.LOGISTICS_DISPATCHED).ifPresent(day -> reach(file, MilestoneName.LOGISTICS_PRE_ACCEPTED, day));
        }
        if (order.deliveredOn() == Acceptance.FINAL) {
            opened.on(MilestoneName.LOGISTICS_DELIVERED).ifPresent(day -> {
                reach(file, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, day);
                reach(file, MilestoneName.LOGISTICS_FINALLY_ACCEPTED, day);
            });
        }
    }

    private static void reach(OrderFile file, MilestoneName milestone, LocalDate day) {
        file.machines().forEach(machine -> file.reach(machine.serial(), milestone, day));
    }

    private void travel(OrderFile file, Shipment shipment, OpenedOrder opened) {
        Document evidence = OpenedOrder.evidence(file);
        shipment.paper(opened.more().getOrDefault("logistics.waybill", ""), "", Optional.empty());
        opened.on(MilestoneName.LOGISTICS_DISPATCHED).ifPresent(day -> shipment.dispatch(day, evidence, file.now()));
        opened.on(MilestoneName.LOGISTICS_ARRIVED).ifPresent(day -> shipment.arrive(day, "", evidence, file.now()));
        opened.on(MilestoneName.LOGISTICS_DELIVERED).ifPresent(day -> signed(file, shipment, day, evidence));
        if (!shipment.journey().waybill().isEmpty()) {
            file.index("logistics.waybill-1", shipment.journey().waybill());
        }
        if (shipment.state() == State.DISPATCHED) {
            Duties.track(file, shipment, 1, Optional.empty());
        }
        shipment.owed().ifPresent(acceptance -> acceptances.begin(file, shipment, acceptance));
    }

    /** Delivered means signed for by the acceptance that the contract names, and by that on arrival before. */
    private static void signed(OrderFile file, Shipment shipment, LocalDate day, Document evidence) {
        for (Acceptance acceptance : EnumSet.of(Acceptance.ARRIVAL, file.order().orElseThrow().deliveredOn())) {
            shipment.accept(acceptance, new Signature(day, "", "", Signature.TAKEN_OVER, ""), evidence, file);
        }
    }
}
