package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.RaiseObjection;
import dev.kontor.logistics.acceptance.SettleObjection;
import dev.kontor.logistics.acceptance.SolveObjection;
import dev.kontor.logistics.page.AcceptanceView;
import dev.kontor.logistics.page.CarriersPage;
import dev.kontor.logistics.page.JourneyView;
import dev.kontor.logistics.page.LogisticsTab;
import dev.kontor.logistics.page.PreAcceptanceView;
import dev.kontor.logistics.page.ShipmentPart;
import dev.kontor.logistics.page.ShipmentView;
import dev.kontor.logistics.page.ShipmentsPage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.track.ReportIncident;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.StillClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.1, 6.2: what logistics shows")
final class PagesTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;
    private ShipmentsPage page;
    private LogisticsTab tab;
    private Instant now;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(true));
        now = room.file.now();
        page = new ShipmentsPage(room.shipments, new OwnOrders(), new StillClock(() -> now));
        tab = new LogisticsTab(room.shipments, view(room), new PreAcceptanceView(room.preAcceptances), room.signers);
        room.finished("K-1");
        room.finished("K-2");
        room.look();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static ShipmentView view(LogisticsRoom room) {
        return new ShipmentView(room.shipments, new JourneyView(room.incidents), new AcceptanceView(room.acceptances));
    }

    /** Everybody but somebody who sees nothing sees the one order. */
    private final class OwnOrders implements Orders {

        @Override
        public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
            return reader.id().value().equals("stranger") ? Optional.empty() : Optional.of(room.file.summary());
        }

        @Override
        public Optional<Order> order(OrderNumber number, Person reader) {
            return room.file.order();
        }

        @Override
        public Optional<Order> order(OrderNumber number, int revision, Person reader) {
            return room.file.order(revision);
        }

        @Override
        public List<Milestone> milestones(OrderNumber number, Person reader) {
            return room.file.passed();
        }

        @Override
        public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
            return new Page(List.of(), "");
        }

        @Override
        public List<Waiting> waiting(OrderNumber number, Person reader) {
            return List.of();
        }
    }

    private Map<String, List<List<Cell>>> desk(String who, Map<String, String> address) {
        Map<String, List<List<Cell>>> tables = new LinkedHashMap<>();
        show(who, address).blocks().stream()
                .map(Block.Table.class::cast)
                .forEach(table -> tables.put(table.caption().key().replace("logistics.list.", ""), table.rows()));
        return tables;
    }

    private View show(String who, Map<String, String> address) {
        Person reader = new Person(new PersonId(who), who, Set.of(Role.LOGISTICS_CLERK), "en");
        return room.read(() -> page.show(new Query(reader, List.of(), address)));
    }

    @Test
    @DisplayName("the desk shows what is ready, then prepared, then under way, then arrived, then over")
    void aShipmentGoesFromListToList() {
        assertThat(desk("lu", Map.of()).get("ready")).hasSize(1);

        room.plan("K-1", "K-2");
        assertThat(desk("lu", Map.of()).get("ready")).isEmpty();
        assertThat(desk("lu", Map.of()).get("prepared")).hasSize(1);
        room.prepare();
        room.run(room.release(), Map.of());
        room.run(room.dispatch(), LogisticsRoom.leaving(DAY));
        assertThat(desk("lu", Map.of()).get("prepared")).isEmpty();
        assertThat(desk("lu", Map.of()).get("under-way").toString()).contains("W-77");
        room.arriveToday();
        assertThat(desk("lu", Map.of()).get("under-way")).isEmpty();
        assertThat(desk("lu", Map.of()).get("arrived")).hasSize(1);
        room.checkAll();
        room.run(room.sign(), signed(DAY));
        assertThat(desk("lu", Map.of()).get("arrived")).isEmpty();
        assertThat(desk("lu", Map.of("show", "over")).get("over")).hasSize(1);
    }

    @Test
    @DisplayName("Regulation 6.1: what nothing was heard of in time stands first (R-6.5)")
    void theSilentStandFirst() {
        room.send("K-1", "K-2");
        assertThat(desk("lu", Map.of()).get("silent")).isEmpty();

        now = room.file.task(Duties.TRACK, "1.1").deadline().orElseThrow().dueAt();

        Map<String, List<List<Cell>>> desk = desk("lu", Map.of());
        assertThat(desk.keySet()).first().isEqualTo("silent");
        assertThat(desk.get("silent").toString()).contains("logistics.silent");
    }

    @Test
    @DisplayName("a long list goes on where its part ended, and nothing is shown twice or left out")
    void aLongListGoesOn() {
        room.send("K-1");
        room.send("K-2");

        View first = show("lu", Map.of("show", "under-way", "rows", "1"));
        String next = ((Block.Table) first.blocks().get(0)).next();
        Map<String, String> address = new HashMap<>(Map.of("rows", "1"));
        Stream.of(next.substring(next.indexOf('?') + 1).split("&")).forEach(each -> address.put(each.split("=")[0], each.split("=")[1]));

        List<List<Cell>> rest = desk("lu", address).get("under-way");
        assertThat(rest).hasSize(1);
        assertThat(rest).isNotEqualTo(((Block.Table) first.blocks().get(0)).rows());
    }

    @Test
    @DisplayName("who may not see the order does not see its shipments")
    void whoMayNotSeeTheOrderSeesNothing() {
        room.send("K-1");

        assertThat(desk("stranger", Map.of()).values()).allMatch(List::isEmpty);
        assertThat(desk("lu", Map.of()).get("under-way")).hasSize(1);
    }

    @Test
    @DisplayName("a list that there is not is refused")
    void anUnknownListIsRefused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> show("lu", Map.of("show", "lost")));
    }

    @Test
    @DisplayName("the order's page shows what is ready and every shipment; before that there is no tab")
    void theOrdersTab() {
        room.send("K-1");

        List<Block> blocks = room.read(() -> tab.show(room.file));

        assertThat(blocks.get(0).toString()).contains("K-2").doesNotContain("K-1");
        assertThat(blocks.get(1).toString()).contains("logistics.state.dispatched", "Sinotrans", "machines/K-1", "documents/");
        assertThat(room.read(() -> tab.next(room.file))).contains(Text.of("logistics.next-expected", 1, DAY.plusDays(3)));
        LogisticsRoom empty = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(true));
        assertThat(empty.<List<Block>>read(() -> new LogisticsTab(empty.shipments, view(empty), new PreAcceptanceView(empty.preAcceptances), empty.signers).show(empty.file))).isEmpty();
        empty.close();
    }

    @Test
    @DisplayName("who works on a shipment sees above the form where it goes and who has it")
    void theBriefAboveTheForm() {
        room.send("K-1");

        assertThat(room.read(() -> tab.brief(room.file)).toString()).contains("Shanghai", "Sinotrans", "W-77");
        room.representative();
        assertThat(room.read(() -> tab.brief(room.file))).as("sales owes nothing yet").isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.2: a machine's file shows its shipment and who signed for it (R-6.10)")
    void theMachinesFile() {
        ShipmentPart part = new ShipmentPart(room.shipments, new PreAcceptanceView(room.preAcceptances), new JourneyView(room.incidents),
                new AcceptanceView(room.acceptances));
        Machine machine = room.file.machines().get(0);
        Person reader = room.file.actor();
        assertThat(room.<List<Block>>read(() -> part.show(machine, reader))).isEmpty();

        room.send("K-1");
        room.incident("damage");
        room.run(room.closing(), Map.of("resolution", "a new cover"));
        room.arriveToday();
        room.checkAll();
        room.run(new RaiseObjection(room.shipments, room.acceptances), Map.of("words", "no manual", "owner", Role.SALES_REP.value()));
        String open = room.read(() -> part.show(machine, reader)).toString();
        assertThat(open).contains("the lorry turned over", "a new cover", "logistics.item.undamaged", "logistics.finding.right", "no manual");
        room.run(new SolveObjection(room.acceptances), Map.of("solution", "sent"));
        room.run(new SettleObjection(room.shipments, room.acceptances), Map.of("objection", "1", "satisfied", "yes"));
        room.run(room.sign(), signed(DAY));

        assertThat(room.read(() -> part.show(machine, reader)).toString()).contains("W-77", "Wang Wei", "logistics.seal.acceptance");
        assertThat(room.<List<Block>>read(() -> part.show(room.file.machines().get(1), reader))).isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.1: a carrier's shipments and incidents stand beside it (R-6.2)")
    void theCarriersPage() {
        room.send("K-1");
        room.run(new ReportIncident(room.shipments, room.incidents, room.acceptances),
                Map.of("shipment", "1", "kind", "delay", "words", "snow"));
        Person reader = new Person(new PersonId("lu"), "lu", Set.of(Role.LOGISTICS_CLERK), "en");

        View view = room.read(() -> new CarriersPage(room.carriers, room.shipments, room.incidents)
                .show(new Query(reader, List.of(), Map.of())));

        assertThat(((Block.Table) view.blocks().get(0)).rows()).singleElement().satisfies(row ->
                assertThat(row.subList(4, 6)).containsExactly(new Cell.Number(BigDecimal.ONE), new Cell.Number(BigDecimal.ONE)));
    }
}
