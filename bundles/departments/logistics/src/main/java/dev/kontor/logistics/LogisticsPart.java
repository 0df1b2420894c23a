package dev.kontor.logistics;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Accepting;
import dev.kontor.logistics.acceptance.Deeming;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Signature;
import dev.kontor.logistics.shipment.State;
import dev.kontor.logistics.shipment.Transport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings in the shipments of an opened order whose goods had left the works, all or some: from here on they are heard of, arrive and
 * are accepted like any other. Their papers lie where they were made; what proves them here is the opening's evidence, and the signed
 * report of each machine that came with one.
 */
@Component
public final class LogisticsPart implements OpeningPart {

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Deeming deeming;

    @Activate
    public LogisticsPart(@Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Deeming deeming) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.deeming = deeming;
    }

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        Map<Left, List<Machine>> shipped = new LinkedHashMap<>();
        for (Machine machine : file.machines()) {
            Left.of(opened, machine).ifPresent(left -> shipped.computeIfAbsent(left, none -> new ArrayList<>()).add(machine));
        }
        shipped.forEach((left, machines) -> shipped(file, left, machines));
    }

    /** What left together has arrived and was accepted together. */
    private void shipped(OrderFile file, Left left, List<Machine> machines) {
        int number = shipments.of(file.number()).size() + 1;
        Shipment shipment = new Shipment(file, number, Transport.takenOver(left.carrier()), file.order().orElseThrow().delivery().place());
        shipments.keep(shipment, machines);
        reach(file, machines, MilestoneName.LOGISTICS_DISPATCHED, Optional.of(left.dispatchedOn()));
        reach(file, machines, MilestoneName.LOGISTICS_ARRIVED, left.arrivedOn());
        reach(file, machines, MilestoneName.LOGISTICS_DELIVERED, left.deliveredOn());
        accepted(file, left, machines);
        Coverage.settle(file);
        travel(file, shipment, left);
    }

    /** What an opening does not name, and money may wait for: who let goods leave, or has them, had accepted them before. */
    private static void accepted(OrderFile file, Left left, List<Machine> machines) {
        Order order = file.order().orElseThrow();
        if (order.acceptances().contains(Acceptance.PRE)) {
            reach(file, machines, MilestoneName.LOGISTICS_PRE_ACCEPTED, Optional.of(left.dispatchedOn()));
        }
        if (order.deliveredOn() == Acceptance.FINAL) {
            reach(file, machines, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, left.deliveredOn());
            reach(file, machines, MilestoneName.LOGISTICS_FINALLY_ACCEPTED, left.deliveredOn());
        }
    }

    private static void reach(OrderFile file, List<Machine> machines, MilestoneName milestone, Optional<LocalDate> on) {
        on.ifPresent(day -> machines.forEach(machine -> file.reach(machine.serial(), milestone, day)));
    }

    private void travel(OrderFile file, Shipment shipment, Left left) {
        Document evidence = OpenedOrder.evidence(file);
        shipment.paper(left.waybill(), "", Optional.empty());
        shipment.dispatch(left.dispatchedOn(), evidence, file.now());
        left.arrivedOn().ifPresent(day -> shipment.arrive(day, "", evidence, file.now()));
        left.deliveredOn().ifPresent(day -> signed(file, shipment, day, left.proof().map(each -> file.file(Accepting.REPORT, each)).orElse(evidence)));
        if (!left.waybill().isEmpty()) {
            file.index("logistics.waybill-" + shipment.number(), left.waybill());
        }
        if (shipment.state() == State.DISPATCHED) {
            Duties.track(file, shipment, 1, Optional.empty());
        }
        shipment.owed().ifPresent(acceptance -> acceptances.begin(file, shipment, acceptance));
        deeming.await(file, shipment);
    }

    /** Delivered means signed for by the acceptance that the contract names, and by that on arrival before. */
    private static void signed(OrderFile file, Shipment shipment, LocalDate day, Document evidence) {
        for (Acceptance acceptance : EnumSet.of(Acceptance.ARRIVAL, file.order().orElseThrow().deliveredOn())) {
            shipment.accept(acceptance, new Signature(day, "", "", Signature.TAKEN_OVER, ""), evidence, file);
        }
    }

    /** How a machine had left the works, and how far it had come by the opening. */
    private record Left(
            LocalDate dispatchedOn, Optional<LocalDate> arrivedOn, Optional<LocalDate> deliveredOn, String carrier, String waybill,
            Optional<Upload> proof) {

        /** Empty for one that was still in the works. */
        static Optional<Left> of(OpenedOrder opened, Machine machine) {
            SerialNumber serial = machine.serial();
            return opened.on(serial, MilestoneName.LOGISTICS_DISPATCHED).map(day -> new Left(
                    day, opened.on(serial, MilestoneName.LOGISTICS_ARRIVED), opened.on(serial, MilestoneName.LOGISTICS_DELIVERED),
                    opened.more(serial, "logistics.carrier"), opened.more(serial, "logistics.waybill"),
                    opened.numbered(serial).flatMap(OpenedOrder.Numbered::proof)));
        }
    }
}
