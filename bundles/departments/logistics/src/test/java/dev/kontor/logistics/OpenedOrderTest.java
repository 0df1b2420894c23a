package dev.kontor.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
            new LogisticsPart(room.shipments, room.acceptances).takeOver(room.file, opened);
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
}
