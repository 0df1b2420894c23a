package dev.kontor.logistics.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.incident.TrackEntry;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws goods under way: when they left, what was heard, what went wrong. */
@Component(service = JourneyView.class)
public final class JourneyView {

    private final Incidents incidents;

    @Activate
    public JourneyView(@Reference Incidents incidents) {
        this.incidents = incidents;
    }

    List<Block.Fact> facts(Shipment shipment, Instant now) {
        Journey journey = shipment.journey();
        List<Block.Fact> facts = new ArrayList<>();
        if (!journey.waybill().isEmpty()) {
            facts.add(ShipmentView.fact("waybill", Cell.plain(journey.waybill())));
        }
        if (!journey.vehicle().isEmpty()) {
            facts.add(ShipmentView.fact("vehicle", Cell.plain(journey.vehicle())));
        }
        journey.expectedOn().ifPresent(day -> facts.add(ShipmentView.fact("expected-on", new Cell.Day(day))));
        if (!journey.deliveryNote().isEmpty()) {
            facts.add(ShipmentView.fact("delivery-note", document("document.logistics.delivery-note", journey.deliveryNote())));
        }
        if (shipment.state() == State.DISPATCHED) {
            facts.add(ShipmentView.fact("heard", heard(journey, now)));
        }
        if (!journey.receiptDocument().isEmpty()) {
            facts.add(ShipmentView.fact("received-by", new Cell.Many(List.of(
                    Cell.plain(journey.receivedBy()), document("document.logistics.receipt-advice", journey.receiptDocument())))));
        }
        journey.objectionsUntil().ifPresent(day -> facts.add(ShipmentView.fact("objections-until", new Cell.Day(day))));
        journey.deemedOn().ifPresent(day -> facts.add(ShipmentView.fact("deemed-on", new Cell.Many(List.of(
                new Cell.Day(day), new Cell.Badge(Tone.WARNING, Text.of("logistics.deemed-only")))))));
        return facts;
    }

    static Cell document(String kind, String id) {
        return Cell.link(Text.of(kind), "documents/" + id);
    }

    /** When something was heard last, and that it is too long ago. */
    static Cell heard(Journey journey, Instant now) {
        Cell last = journey.heardAt().<Cell>map(Cell.Moment::new).orElse(Cell.plain(""));
        return journey.isSilent(now) ? new Cell.Many(List.of(last, new Cell.Badge(Tone.BAD, Text.of("logistics.silent")))) : last;
    }

    List<Block> of(Shipment shipment) {
        List<Block> blocks = new ArrayList<>();
        List<TrackEntry> heard = incidents.heard(shipment);
        if (!heard.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("logistics.tracking"),
                    ShipmentView.columns("heard-at", "where", "track-state", "expected-on", "remarks", "by"),
                    heard.stream().map(JourneyView::row).toList(),
                    "",
                    Text.plain("")));
        }
        incidents(shipment).ifPresent(blocks::add);
        return blocks;
    }

    Optional<Block> incidents(Shipment shipment) {
        List<Incident> gone = incidents.of(shipment.order()).stream().filter(each -> each.shipment().equals(shipment.id())).toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("logistics.incidents"),
                        ShipmentView.columns("incident-kind", "incident-what", "tellings", "state", "resolution"),
                        gone.stream().map(this::row).toList(),
                        "",
                        Text.plain("")));
    }

    private static List<Cell> row(TrackEntry entry) {
        Tone tone = entry.state().equals("on-schedule") ? Tone.GOOD : Tone.WARNING;
        return List.of(
                new Cell.Moment(entry.heardAt()),
                Cell.plain(entry.place()),
                new Cell.Badge(tone, Text.of("logistics.track." + entry.state())),
                entry.expectedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                Cell.plain(entry.words()),
                Cell.person(entry.heardBy()));
    }

    private List<Cell> row(Incident incident) {
        List<Cell> told = new ArrayList<>();
        incidents.tellings(incident).forEach(each -> told.add(Cell.words(Text.of(
                "logistics.told-line", Text.of("logistics.party." + each.party()), each.whom(), Text.of("logistics.means." + each.means()),
                each.words()))));
        incidents.untold(incident).forEach(party -> told.add(
                new Cell.Badge(Tone.WARNING, Text.of("logistics.not-told", Text.of("logistics.party." + party)))));
        return List.of(
                Cell.words(Text.of("logistics.incident-number", incident.number(), Text.of("logistics.incident." + incident.kind()))),
                new Cell.Many(List.of(Cell.plain(incident.words()), Cell.person(incident.reportedBy()), new Cell.Moment(incident.reportedAt()))),
                new Cell.Many(told),
                incident.isOpen()
                        ? new Cell.Badge(Tone.WARNING, Text.of("logistics.open"))
                        : new Cell.Badge(Tone.GOOD, Text.of("logistics.closed")),
                Cell.plain(incident.resolution()));
    }
}
