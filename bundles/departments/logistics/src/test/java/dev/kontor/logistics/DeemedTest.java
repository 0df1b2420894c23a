package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.saying;
import static dev.kontor.logistics.LogisticsRoom.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.RaiseObjection;
import dev.kontor.logistics.acceptance.SettleObjection;
import dev.kontor.logistics.acceptance.SolveObjection;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: silence that counts as acceptance makes money due and delivers nothing (R-6.10)")
final class DeemedTest {

    /** Ten calendar days after Monday 2 March 2026. */
    private static final LocalDate LAST = LocalDate.of(2026, 3, 12);

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    private void arrived(String term, String... serials) {
        room = new LogisticsRoom(dialect, saying(LogisticsRoom.ordered(1, 2, true), Order.DEEMED_ACCEPTANCE, term));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send(serials);
        room.arriveToday();
    }

    private void arrived(String term) {
        arrived(term, "K-1", "K-2");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Optional<LocalDate> deemed() {
        return room.file.passed().stream()
                .filter(each -> each.name().equals(MilestoneName.LOGISTICS_DEEMED_ACCEPTED))
                .map(each -> each.on())
                .findFirst();
    }

    private void object() {
        room.representative().run(new RaiseObjection(room.shipments, room.acceptances), Map.of("words", "no manual", "owner", Role.AFTERSALES_ENGINEER.value()));
    }

    @Test
    @DisplayName("R-6.10: on the last day to object nothing is deemed; on the day after it is, as of the last day, and nothing is delivered")
    void theDayAfterTheLast() {
        arrived("10");
        assertThat(room.shipment(1).journey().objectionsUntil()).contains(LAST);
        room.goOnTo(LAST);
        assertThat(deemed()).isEmpty();

        room.goOnTo(LAST.plusDays(1));

        assertThat(deemed()).contains(LAST);
        assertThat(room.file.machines()).allSatisfy(machine -> {
            assertThat(machine.on(MilestoneName.LOGISTICS_DEEMED_ACCEPTED)).contains(LAST);
            assertThat(machine.has(MilestoneName.LOGISTICS_DELIVERED)).isFalse();
        });
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.shipment(1).state()).isEqualTo(State.ARRIVED);
        assertThat(room.file.openTasks()).as("the signature stays owed").hasSize(1);
        assertThat(room.file.noted()).contains("logistics.deemed");
    }

    @Test
    @DisplayName("R-6.10: it is delivered by the signature that comes later, and by nothing else")
    void deliveredByTheSignature() {
        arrived("10");
        room.goOnTo(LAST.plusDays(1));
        room.checkAll();
        room.run(room.sign(), signed(LAST.plusDays(1)));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED, MilestoneName.LOGISTICS_DEEMED_ACCEPTED);
        assertThat(room.file.machines()).allSatisfy(machine -> assertThat(machine.on(MilestoneName.LOGISTICS_DELIVERED)).contains(LAST.plusDays(1)));
    }

    @Test
    @DisplayName("R-6.10: working days are counted as such; calendar days roll past days off")
    void workingDays() {
        arrived("5 working");
        assertThat(room.shipment(1).journey().objectionsUntil()).contains(LocalDate.of(2026, 3, 9));
        room.close();

        arrived("5");
        assertThat(room.shipment(1).journey().objectionsUntil()).as("Saturday 7 March rolls").contains(LocalDate.of(2026, 3, 9));
    }

    @Test
    @DisplayName("R-6.10: an objection on the last day stops it; one on the day after, before anybody has looked, does not")
    void anObjectionOnTheLastDay() {
        arrived("10");
        room.file.setToday(LAST);
        object();
        room.goOnTo(LAST.plusDays(1));
        assertThat(deemed()).isEmpty();
        assertThat(room.file.noted()).contains("logistics.deemed");
        room.close();

        arrived("10");
        room.file.setToday(LAST.plusDays(1));
        object();
        room.goOnTo(LAST.plusDays(1));
        assertThat(deemed()).contains(LAST);
    }

    @Test
    @DisplayName("R-6.10: an objection in time that was settled in time was no silence either: the customer signs")
    void aSettledObjection() {
        arrived("10");
        object();
        room.file.as("ma", Role.AFTERSALES_ENGINEER);
        room.run(new SolveObjection(room.acceptances), Map.of("solution", "brought"));
        room.representative().run(new SettleObjection(room.shipments, room.acceptances), Map.of("objection", "1", "satisfied", "yes"));

        room.goOnTo(LAST.plusDays(1));

        assertThat(deemed()).isEmpty();
    }

    @Test
    @DisplayName("R-6.6, R-6.10: an open damage stops it as well")
    void damage() {
        arrived("10");
        room.incident("damage");

        room.goOnTo(LAST.plusDays(1));

        assertThat(deemed()).isEmpty();
    }

    @Test
    @DisplayName("R-6.10: a contract that says nothing of it deems nothing, however long the customer is silent")
    void withoutATerm() {
        arrived("");
        room.goOnTo(DAY.plusYears(1));
        assertThat(deemed()).isEmpty();
        assertThat(room.shipment(1).journey().objectionsUntil()).isEmpty();
    }

    @Test
    @DisplayName("R-4.17, R-6.10: an agreement that changes the term moves the last day, and one that strikes it ends it")
    void anAgreementMovesTheDay() {
        arrived("10");
        room.file.revise(saying(LogisticsRoom.ordered(2, 2, true), Order.DEEMED_ACCEPTANCE, "15"));
        room.look();
        assertThat(room.shipment(1).journey().objectionsUntil()).contains(LocalDate.of(2026, 3, 17));
        room.goOnTo(LAST.plusDays(1));
        assertThat(deemed()).isEmpty();

        room.file.revise(LogisticsRoom.ordered(3, 2, true));
        room.look();
        room.goOnTo(LAST.plusDays(30));
        assertThat(deemed()).isEmpty();
    }

    @Test
    @DisplayName("R-6.10: of two shipments the order is deemed accepted when one was signed for and the customer was silent to the other")
    void signedForTheOther() {
        arrived("10", "K-1");
        room.checkAll();
        room.run(room.sign(), signed(DAY));
        room.send("K-2");
        room.arriveToday();
        room.goOnTo(LAST);
        assertThat(deemed()).isEmpty();

        room.goOnTo(LAST.plusDays(1));

        assertThat(deemed()).contains(LAST);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.10: where everything is signed for before the last day, nothing is deemed")
    void signedInTime() {
        arrived("10");
        room.checkAll();
        room.run(room.sign(), signed(DAY));

        room.goOnTo(LAST.plusDays(1));

        assertThat(deemed()).isEmpty();
        assertThat(room.file.openTasks()).extracting(Task::kind).isEqualTo(List.of());
    }

    @Test
    @DisplayName("R-6.10: an arrival that is recorded after the last day waits for the day of the record: until then nobody could write an objection down")
    void anArrivalRecordedLate() {
        room = new LogisticsRoom(dialect, saying(LogisticsRoom.ordered(1, 1, true), Order.DEEMED_ACCEPTANCE, "10"));
        room.finished("K-1");
        room.look();
        room.send("K-1");
        LocalDate late = LAST.plusDays(5);
        room.file.setToday(late);
        room.clerk().run(room.arrive(), Map.of("arrived-on", DAY.toString(), "received-by", "Wang", "receipt", LogisticsRoom.PHOTO));
        assertThat(room.shipment(1).journey().objectionsUntil()).contains(late);
        room.goOnTo(late);
        assertThat(deemed()).isEmpty();

        room.goOnTo(late.plusDays(1));

        assertThat(deemed()).contains(late);
    }

    @Test
    @DisplayName("R-6.10: what an objection or a damage had stopped by the last day no later agreement deems")
    void whatWasStoppedStays() {
        arrived("10");
        object();
        room.goOnTo(LAST.plusDays(1));
        room.file.revise(saying(LogisticsRoom.ordered(2, 2, true), Order.DEEMED_ACCEPTANCE, "15"));
        room.look();

        assertThat(room.shipment(1).journey().objectionsUntil()).contains(LAST);
        room.goOnTo(LAST.plusDays(30));
        assertThat(deemed()).isEmpty();
    }
}
