package dev.kontor.logistics.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.ReadyOrder;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The desk of logistics: what nothing is heard of, what is ready, being prepared, under way, and arrived without a signature. */
@Component
public final class ShipmentsPage implements Page {

    private static final String PATH = "logistics/shipments";
    private static final int ROWS = 25;

    /** The lists of the desk by the name that stands in the address. */
    private static final Map<String, Set<State>> LISTS = Map.of(
            "prepared", Set.of(State.PLANNED, State.RELEASED),
            "under-way", Set.of(State.DISPATCHED),
            "arrived", Set.of(State.ARRIVED),
            "commissioning", Set.of(State.COMMISSIONING));

    private static final String OVER = "over";

    /** Later than everything. */
    private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Shipments shipments;
    private final Orders orders;
    private final Clock clock;

    @Activate
    public ShipmentsPage(@Reference Shipments shipments, @Reference Orders orders, @Reference Clock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("logistics.shipments");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("logistics", "truck-delivery", 10));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LOGISTICS_CLERK, Role.SALES_REP, Role.SALES_HEAD, Role.PRODUCTION_PLANNER, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        String list = query.parameter("show");
        List<Block> blocks = list.isEmpty()
                ? List.of(silent(query), ready(query), table("under-way", query), table("arrived", query),
                        table("commissioning", query), table("prepared", query))
                : List.of(list.equals("ready") ? ready(query) : table(known(list), query));
        return new View(
                title(),
                Text.of("logistics.shipments-above"),
                List.of(
                        new Cell.Link(Text.of("logistics.list.over"), PATH + "?show=over", ""),
                        new Cell.Link(Text.of("logistics.carriers"), "logistics/carriers", "address-book")),
                blocks,
                List.of("order.changed", "task.ended"));
    }

    private static String known(String list) {
        if (!LISTS.containsKey(list) && !list.equals(OVER)) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("logistics.no-such-list"));
        }
        return list;
    }

    private Block silent(Query query) {
        List<Shipment> found = shipments.silent(clock.now(), query.rows(ROWS));
        return table("silent", found, "", query.reader());
    }

    private Block ready(Query query) {
        After after = After.of(query, Instant.EPOCH);
        int limit = query.rows(ROWS);
        List<ReadyOrder> found = shipments.ready(after.at(), after.id(), limit);
        String next = found.size() < limit
                ? ""
                : new After(found.get(limit - 1).since(), found.get(limit - 1).order()).address("ready");
        return new Block.Table(
                Text.of("logistics.list.ready"),
                List.of(
                        Block.Column.of(Text.of("logistics.order")),
                        Block.Column.of(Text.of("logistics.customer")),
                        Block.Column.number(Text.of("logistics.machines")),
                        Block.Column.of(Text.of("logistics.since"))),
                found.stream()
                        .filter(each -> sees(new OrderNumber(each.order()), query.reader()))
                        .map(each -> List.of(
                                order(each.order()),
                                Cell.plain(each.customer()),
                                new Cell.Number(BigDecimal.valueOf(each.machines())),
                                new Cell.Moment(each.since())))
                        .toList(),
                next,
                Text.of("logistics.none.ready"));
    }

    private Block table(String list, Query query) {
        int limit = query.rows(ROWS);
        After after = After.of(query, list.equals(OVER) ? END : Instant.EPOCH);
        List<Shipment> found = list.equals(OVER)
                ? shipments.over(after.at(), after.id(), limit)
                : shipments.in(LISTS.get(list), after.at(), after.id(), limit);
        String next = found.size() < limit
                ? ""
                : new After(found.get(limit - 1).changedAt(), found.get(limit - 1).id()).address(list);
        return table(list, found, next, query.reader());
    }

    private Block table(String list, List<Shipment> found, String next, Person reader) {
        return new Block.Table(
                Text.of("logistics.list." + list),
                ShipmentView.columns("order", "customer", "shipment", "place", "carrier", "state"),
                found.stream().filter(each -> sees(each.order(), reader)).map(this::row).toList(),
                next,
                Text.of("logistics.none." + list));
    }

    private boolean sees(OrderNumber order, Person reader) {
        return orders.summary(order, reader).isPresent();
    }

    private static Cell order(String number) {
        return Cell.link(Text.plain(number), "orders/" + number + "?tab=" + LogisticsTab.ID);
    }

    private List<Cell> row(Shipment shipment) {
        return List.of(
                order(shipment.order().value()),
                Cell.plain(shipment.customer()),
                new Cell.Number(BigDecimal.valueOf(shipment.number())),
                Cell.plain(shipment.place()),
                new Cell.Many(List.of(Cell.plain(shipment.transport().carrierName()), Cell.plain(shipment.journey().waybill()))),
                stands(shipment));
    }

    private Cell stands(Shipment shipment) {
        Journey journey = shipment.journey();
        Cell state = Cell.words(Text.of("logistics.state." + shipment.state().word()));
        return switch (shipment.state()) {
            case PLANNED, RELEASED -> shipment.isHeld()
                    ? new Cell.Many(List.of(state, new Cell.Badge(Tone.WARNING, Text.of("logistics.is-held"))))
                    : state;
            case DISPATCHED -> new Cell.Many(List.of(JourneyView.heard(journey, clock.now()), expected(journey)));
            case ARRIVED -> new Cell.Many(List.of(state, journey.arrivedOn().<Cell>map(Cell.Day::new).orElse(state)));
            case COMMISSIONING, ACCEPTED -> new Cell.Many(
                    List.of(state, ShipmentView.signedOn(shipment).<Cell>map(Cell.Day::new).orElse(state)));
            case LOST, DROPPED -> state;
        };
    }

    private Cell expected(Journey journey) {
        return journey.expectedOn()
                .<Cell>map(day -> new Cell.Badge(
                        day.isBefore(clock.today()) ? Tone.BAD : Tone.INFO, Text.of("logistics.expected-day", day)))
                .orElse(Cell.plain(""));
    }

    /** Where a part of a list ended. */
    private record After(Instant at, String id) {

        static After of(Query query, Instant start) {
            String[] parts = query.parameter("after").split("~", 2);
            return parts.length == 2 && parts[0].matches("\\d{1,15}")
                    ? new After(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1])
                    : new After(start, "");
        }

        String address(String list) {
            return PATH + "?show=" + list + "&after=" + at.toEpochMilli() + "~" + id;
        }
    }
}
