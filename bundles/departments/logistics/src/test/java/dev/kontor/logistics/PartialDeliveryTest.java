package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.1, 6.2: partial deliveries (R-6.1, R-6.10)")
final class PartialDeliveryTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(true));
        room.look();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void accept() {
        room.arriveToday();
        room.checkAll();
        room.run(room.sign(), signed(room.file.today()));
    }

    @Test
    @DisplayName("Regulation 6.1: a machine that is finished alone is found the next day, and shipped without the other (R-6.1)")
    void aMachineThatIsFinishedAloneIsFoundTheNextDay() {
        assertThat(room.file.openTasks()).isEmpty();
        room.finished("K-1");
        room.enrolled("K-2");

        room.goOnTo(DAY.plusDays(1));

        assertThat(room.file.task(Duties.SHIP, "1")).isNotNull();
        room.send("K-1");
        assertThat(room.file.machines()).filteredOn(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED))
                .extracting(machine -> machine.serial().value())
                .containsExactly("K-1");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DISPATCHED);
    }

    @Test
    @DisplayName("Regulation 6.1: what is left over is asked for again, and looked for as long as something is unfinished")
    void whatIsLeftOverIsAskedForAgain() {
        room.finished("K-1");
        room.enrolled("K-2");
        room.goOnTo(DAY.plusDays(1));
        room.send("K-1");
        room.file.reach(SerialNumber.of("K-2"), MilestoneName.PRODUCTION_FINISHED, DAY.plusDays(1));
        assertThat(room.file.openTasks(Duties.SHIP)).isEmpty();

        room.goOnTo(DAY.plusDays(2));

        assertThat(room.file.task(Duties.SHIP, "2")).as("another time").isNotNull();
        assertThat(room.file.planned()).as("everything is finished").doesNotContainKey("logistics ready");
    }

    @Test
    @DisplayName("Regulation 6.2: the order is delivered when the customer has signed for every machine, on the last day (R-6.10)")
    void theOrderIsDeliveredWithItsLastMachine() {
        room.finished("K-1");
        room.finished("K-2");
        room.send("K-1");
        accept();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED, MilestoneName.LOGISTICS_ARRIVED);

        room.file.setToday(DAY.plusDays(5));
        room.send("K-2");
        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DISPATCHED).doesNotContain(MilestoneName.LOGISTICS_ARRIVED);
        accept();

        assertThat(room.file.passed()).filteredOn(passed -> passed.name().equals(MilestoneName.LOGISTICS_DELIVERED))
                .singleElement()
                .satisfies(passed -> assertThat(passed.on()).isEqualTo(DAY.plusDays(5)));
        assertThat(room.shipment(1).state()).isEqualTo(State.ACCEPTED);
        assertThat(room.shipment(2).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    @DisplayName("Regulation 6.2: what an amendment cancels is waited for no longer (R-6.10)")
    void whatAnAmendmentCancelsIsWaitedForNoLonger() {
        room.finished("K-1");
        room.send("K-1");
        accept();
        room.file.setToday(DAY.plusDays(9));
        room.file.revise(LogisticsRoom.ordered(2, 1, true));

        room.look();

        assertThat(room.file.passed()).filteredOn(passed -> passed.name().equals(MilestoneName.LOGISTICS_DELIVERED))
                .singleElement()
                .satisfies(passed -> assertThat(passed.on()).as("the day of the last signature").isEqualTo(DAY));
    }

    @Test
    @DisplayName("Regulation 6.1: two shipments of an order are under way side by side, each with tasks of its own")
    void twoShipmentsSideBySide() {
        room.finished("K-1");
        room.finished("K-2");
        room.send("K-1");
        room.send("K-2");

        assertThat(room.file.openTasks(Duties.TRACK)).extracting(Task::subject).containsExactly("1.1", "2.1");
        room.run(room.arrive(), Optional.of(room.file.task(Duties.TRACK, "2.1")),
                Map.of("received-by", "Wang", "receipt", LogisticsRoom.PHOTO));
        assertThat(room.shipment(1).state()).isEqualTo(State.DISPATCHED);
        assertThat(room.shipment(2).state()).isEqualTo(State.ARRIVED);
    }
}
