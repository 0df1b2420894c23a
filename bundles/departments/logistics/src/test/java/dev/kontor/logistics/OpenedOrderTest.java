package dev.kontor.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Upload;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Numbered;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.logistics.acceptance.Accepting;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Signature;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Goods that had left the works before the company began to work here")
final class OpenedOrderTest {

    private static final LocalDate LEFT = LogisticsRoom.DAY.plusDays(10);
    private static final LocalDate TODAY = LogisticsRoom.DAY.plusDays(60);
    private static final List<MilestoneName> WAY = List.of(
            MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED);

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void finished() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.file.file(OpenedOrder.EVIDENCE, LogisticsRoom.PHOTO);
        room.finished("M-1");
        room.finished("M-2");
        room.file.setToday(TODAY);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** Each milestone three days after the one before. */
    private void takeOver(int milestones) {
        List<Reached> reached = IntStream.range(0, milestones).mapToObj(i -> new Reached(WAY.get(i), LEFT.plusDays(3L * i))).toList();
        OpenedOrder opened = new OpenedOrder(TODAY, reached, List.of(), List.of(), List.of(),
                Map.of("logistics.carrier", "Sinotrans", "logistics.waybill", "W-1"));
        room.command(() -> {
            new LogisticsPart(room.shipments, room.acceptances, room.deeming).takeOver(room.file, opened);
            return true;
        });
        room.look();
    }

    @Test
    void delivered_goods_ask_for_nothing_and_wait_for_no_shipment() {
        takeOver(3);

        assertThat(room.file.milestones()).containsAll(WAY);
        assertThat(room.file.passed()).filteredOn(each -> each.name().equals(MilestoneName.LOGISTICS_DELIVERED))
                .singleElement().satisfies(each -> assertThat(each.on()).isEqualTo(LEFT.plusDays(6)));
        assertThat(room.shipment(1).state()).isEqualTo(State.ACCEPTED);
        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.read(() -> room.shipments.free(room.file))).isEmpty();
    }

    @Test
    void goods_on_their_way_are_heard_of_arrive_and_are_accepted_like_any_other() {
        takeOver(1);
        assertThat(room.file.openTasks(Duties.TRACK)).singleElement()
                .satisfies(task -> assertThat(task.deadline().orElseThrow().lastDay()).isAfter(TODAY));

        room.arriveToday();
        room.checkAll();
        room.run(room.sign(), LogisticsRoom.signed(TODAY));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.shipment(1).transport().carrierName()).isEqualTo("Sinotrans");
    }

    @Test
    @DisplayName("R-6.10: what its contract had accepted before is accepted, on the day on which the goods left or were delivered")
    void acceptances_that_its_contract_lists_are_reached() {
        room.file.revise(LogisticsRoom.listing(LogisticsRoom.twoMachines(false), "pre,final", Acceptance.FINAL));

        takeOver(3);

        assertThat(on(MilestoneName.LOGISTICS_PRE_ACCEPTED)).isEqualTo(LEFT);
        assertThat(on(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED)).isEqualTo(LEFT.plusDays(6));
        assertThat(on(MilestoneName.LOGISTICS_FINALLY_ACCEPTED)).isEqualTo(LEFT.plusDays(6));
    }

    private LocalDate on(MilestoneName milestone) {
        return room.file.passed().stream().filter(each -> each.name().equals(milestone)).findFirst().orElseThrow().on();
    }

    @Test
    void goods_that_had_arrived_are_accepted_by_the_checklist() {
        takeOver(2);
        assertThat(room.file.openTasks()).extracting(task -> task.kind()).containsExactly(Duties.ACCEPT);

        room.checkAll();
        room.run(room.sign(), LogisticsRoom.signed(TODAY));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    private static Numbered machine(String serial, int milestones, String report) {
        List<Reached> reached = new ArrayList<>(List.of(new Reached(MilestoneName.PRODUCTION_FINISHED, LEFT)));
        IntStream.range(0, milestones).forEach(i -> reached.add(new Reached(WAY.get(i), LEFT.plusDays(3L * i))));
        return new Numbered(SerialNumber.of(serial), 1, BigDecimal.ONE, reached,
                report.isEmpty() ? Optional.empty() : Optional.of(new Upload(report, "application/pdf", 3, "b".repeat(64))),
                Map.of("logistics.carrier", "COSCO", "logistics.waybill", "W-" + serial));
    }

    private void takeOver(Numbered... machines) {
        OpenedOrder opened = new OpenedOrder(TODAY, List.of(), List.of(machines), List.of(), List.of(), Map.of());
        room.command(() -> {
            new LogisticsPart(room.shipments, room.acceptances, room.deeming).takeOver(room.file, opened);
            return true;
        });
        room.look();
    }

    @Test
    @DisplayName("R-0.4: of a half-shipped order what was delivered has its report, and what is still here is shipped and accepted like any other")
    void aHalfShippedOrderGoesOn() {
        room.file.revise(LogisticsRoom.ordered(1, 2, true));
        takeOver(machine("M-1", 3, "report-1.pdf"), machine("M-2", 0, ""));

        Signature signature = room.shipment(1).signature(Acceptance.ARRIVAL);
        assertThat(room.file.documents()).filteredOn(each -> each.kind().equals(Accepting.REPORT)).singleElement()
                .satisfies(report -> assertThat(List.of(report.name(), report.id())).containsExactly("report-1.pdf", signature.document()));
        assertThat(room.file.milestones()).doesNotContainAnyElementsOf(WAY);
        assertThat(room.file.openTasks()).extracting(task -> task.kind()).containsExactly(Duties.SHIP);
        assertThat(room.file.openTasks()).allSatisfy(task -> assertThat(task.deadline().orElseThrow().lastDay()).isAfterOrEqualTo(TODAY));

        room.send("M-2");
        room.arriveToday();
        room.checkAll();
        room.run(room.sign(), LogisticsRoom.signed(TODAY));

        assertThat(room.file.milestones()).containsAll(WAY);
        assertThat(on(MilestoneName.LOGISTICS_DELIVERED)).isEqualTo(TODAY);
        assertThat(room.shipment(2).journey().dispatchedOn()).contains(TODAY);
    }

    @Test
    @DisplayName("R-0.4: machines that left with other carriers, or on other days, are shipments of their own; the order stands where all of them do")
    void shipmentsOfTheirOwn() {
        room.file.revise(LogisticsRoom.ordered(1, 2, true));
        takeOver(machine("M-1", 2, ""), machine("M-2", 1, ""));

        assertThat(List.of(room.shipment(1).state(), room.shipment(2).state())).containsExactly(State.ARRIVED, State.DISPATCHED);
        assertThat(room.shipment(2).journey().waybill()).isEqualTo("W-M-2");
        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DISPATCHED).doesNotContain(MilestoneName.LOGISTICS_ARRIVED);
        assertThat(room.file.openTasks()).extracting(task -> task.kind() + " " + task.subject())
                .containsExactlyInAnyOrder(Duties.ACCEPT + " 1", Duties.TRACK + " 2.1");
    }

    @Test
    @DisplayName("R-0.4, R-6.10: to goods that had arrived before the opening the customer is silent from the opening on: what it said before is not known here")
    void silenceCountsFromTheOpening() {
        room.file.revise(LogisticsRoom.saying(LogisticsRoom.twoMachines(false), Order.DEEMED_ACCEPTANCE, "10"));
        room.file.beginNow();
        takeOver(2);

        assertThat(room.shipment(1).journey().objectionsUntil().orElseThrow()).isAfterOrEqualTo(TODAY.plusDays(10));
        room.goOnTo(TODAY.plusDays(1));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DEEMED_ACCEPTED);
    }
}
