package dev.kontor.logistics.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Preparation;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws a shipment as people see it: how far it is, what was agreed, what was heard, what was accepted. */
@Component(service = ShipmentView.class)
public final class ShipmentView {

    private static final Set<State> OVER = Set.of(State.ACCEPTED, State.LOST, State.DROPPED);

    private final Shipments shipments;
    private final JourneyView journeys;
    private final AcceptanceView acceptances;

    @Activate
    public ShipmentView(@Reference Shipments shipments, @Reference JourneyView journeys, @Reference AcceptanceView acceptances) {
        this.shipments = shipments;
        this.journeys = journeys;
        this.acceptances = acceptances;
    }

    /** Everything, under a heading; folded away once it is over. */
    Block whole(OrderView file, Shipment shipment) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(steps(shipment));
        blocks.add(facts(shipment, file.now()));
        blocks.add(machines(shipment));
        blocks.addAll(journeys.of(shipment));
        blocks.addAll(acceptances.of(file, shipment));
        return new Block.Section(heading(shipment), blocks, !OVER.contains(shipment.state()));
    }

    static Text heading(Shipment shipment) {
        return Text.of("logistics.shipment-state", shipment.number(), Text.of("logistics.state." + shipment.state().word()));
    }

    private static Block steps(Shipment shipment) {
        Journey journey = shipment.journey();
        return new Block.Steps(Text.of("logistics.steps"), way(shipment)
                .map(state -> new Block.Step(
                        Text.of("logistics.state." + state.word()),
                        stands(shipment, state),
                        switch (state) {
                            case PLANNED -> Text.person(shipment.plannedBy());
                            case RELEASED -> shipment.isHeld() ? Text.of("logistics.is-held") : Text.person(shipment.releasedBy());
                            case DISPATCHED -> day(journey.dispatchedOn());
                            case ARRIVED -> day(journey.arrivedOn());
                            case COMMISSIONING -> day(shipment.signature(Acceptance.ARRIVAL).signedOn());
                            case ACCEPTED -> day(signedOn(shipment));
                            case LOST, DROPPED -> Text.plain("");
                        }))
                .toList());
    }

    /** Commissioning only where a final acceptance follows, or came after it. */
    private static Stream<State> way(Shipment shipment) {
        boolean commissioned = shipment.state() == State.COMMISSIONING || shipment.signature(Acceptance.FINAL).signedOn().isPresent();
        return Stream.of(State.PLANNED, State.RELEASED, State.DISPATCHED, State.ARRIVED, State.COMMISSIONING, State.ACCEPTED)
                .filter(state -> state != State.COMMISSIONING || commissioned);
    }

    /** The day of the last signature. */
    static Optional<LocalDate> signedOn(Shipment shipment) {
        return shipment.signature(Acceptance.FINAL).signedOn().or(() -> shipment.signature(Acceptance.ARRIVAL).signedOn());
    }

    private static Text day(Optional<LocalDate> day) {
        return day.map(on -> Text.of("logistics.on-day", on)).orElse(Text.plain(""));
    }

    private static String stands(Shipment shipment, State state) {
        State now = switch (shipment.state()) {
            case LOST -> State.DISPATCHED;
            case DROPPED -> shipment.decision().isEmpty() ? State.PLANNED : State.RELEASED;
            case PLANNED, RELEASED, DISPATCHED, ARRIVED, COMMISSIONING, ACCEPTED -> shipment.state();
        };
        if (state.compareTo(now) <= 0) {
            return "done";
        }
        boolean next = way(shipment).filter(each -> each.compareTo(now) > 0).findFirst().filter(state::equals).isPresent();
        return next && !OVER.contains(shipment.state()) ? "open" : "ahead";
    }

    /** How it travels, for whoever has it in hand. */
    Block facts(Shipment shipment, Instant now) {
        Preparation ready = shipment.preparation();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("place", Cell.plain(shipment.place())),
                fact("mode", Cell.words(Text.of("logistics.mode." + shipment.transport().mode()))),
                fact("carrier", Cell.plain(shipment.transport().carrierName())),
                fact("choice-reason", Cell.plain(shipment.transport().reason()))));
        if (!shipment.decision().isEmpty()) {
            facts.add(fact("release-decision", Cell.link(Text.of("logistics.why-released"), "decisions/" + shipment.decision())));
        }
        if (!ready.contractDocument().isEmpty()) {
            facts.add(fact("contract", Cell.link(Text.plain(ready.contractNumber()), "documents/" + ready.contractDocument())));
        }
        if (!ready.insured().isEmpty()) {
            facts.add(fact("insurance", Cell.words(Text.of("logistics.insured-" + ready.insured(), ready.insurance()))));
            facts.add(fact("packing", new Cell.Many(ready.packing().lines().map(Cell::plain).toList())));
        }
        facts.addAll(journeys.facts(shipment, now));
        return new Block.Facts(Text.of("logistics.transport"), facts);
    }

    static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("logistics." + key), value);
    }

    private Block machines(Shipment shipment) {
        return new Block.Table(
                Text.of("logistics.machines"),
                columns("serial", "model"),
                shipments.loads(shipment).stream()
                        .map(load -> List.of(
                                Cell.link(Text.plain(load.serial().value()), "machines/" + load.serial()), Cell.plain(load.model())))
                        .toList(),
                "",
                Text.plain(""));
    }

    static List<Block.Column> columns(String... keys) {
        return Stream.of(keys).map(key -> Block.Column.of(Text.of("logistics." + key))).toList();
    }
}
