package dev.kontor.logistics.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A machine's way to its customer, in the machine's file: pre-acceptance, shipment, what went wrong, acceptance. */
@Component
public final class ShipmentPart implements MachinePart {

    private final Shipments shipments;
    private final PreAcceptanceView before;
    private final JourneyView journeys;
    private final AcceptanceView acceptances;

    @Activate
    public ShipmentPart(
            @Reference Shipments shipments,
            @Reference PreAcceptanceView before,
            @Reference JourneyView journeys,
            @Reference AcceptanceView acceptances) {
        this.shipments = shipments;
        this.before = before;
        this.journeys = journeys;
        this.acceptances = acceptances;
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        List<Block> blocks = new ArrayList<>(before.of(machine));
        for (Shipment shipment : shipments.carrying(machine.serial())) {
            blocks.add(facts(shipment));
            journeys.incidents(shipment).ifPresent(blocks::add);
            blocks.addAll(acceptances.of(shipment, machine.serial()));
        }
        return blocks;
    }

    private Block facts(Shipment shipment) {
        Journey journey = shipment.journey();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                ShipmentView.fact("order", Cell.link(
                        Text.plain(shipment.order().value()), "orders/" + shipment.order() + "?tab=" + LogisticsTab.ID)),
                ShipmentView.fact("carrier", Cell.plain(shipment.transport().carrierName())),
                ShipmentView.fact("waybill", Cell.plain(journey.waybill()))));
        journey.dispatchedOn().ifPresent(day -> facts.add(ShipmentView.fact("dispatched-on", new Cell.Day(day))));
        journey.arrivedOn().ifPresent(day -> facts.add(ShipmentView.fact("arrived-on", new Cell.Day(day))));
        EnumSet.of(Acceptance.ARRIVAL, Acceptance.FINAL).stream()
                .filter(acceptance -> shipment.signature(acceptance).signedOn().isPresent())
                .forEach(acceptance -> facts.addAll(acceptances.signed(shipment, acceptance)));
        return new Block.Facts(ShipmentView.heading(shipment), facts);
    }
}
