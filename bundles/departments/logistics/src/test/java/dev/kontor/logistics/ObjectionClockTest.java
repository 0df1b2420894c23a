package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.RaiseObjection;
import dev.kontor.logistics.acceptance.SettleObjection;
import dev.kontor.logistics.acceptance.SolveObjection;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
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
@DisplayName("Regulation 6.1, 6.2: the representative's time stands still while others solve what the customer objects to, or what was damaged (R-6.6, R-6.7, R-6.9)")
final class ObjectionClockTest {

    /** Three working days after Monday 2 March. */
    private static final LocalDate LAST = LocalDate.of(2026, 3, 5);

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void arrived() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
        room.arriveToday();
        assertThat(lastDay()).isEqualTo(LAST);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Task accepting() {
        return room.file.task(Duties.ACCEPT, "1");
    }

    private boolean runs() {
        return accepting().suspendedAt().isEmpty();
    }

    private LocalDate lastDay() {
        return accepting().deadline().orElseThrow().lastDay();
    }

    private void object(Role owner) {
        room.representative().run(new RaiseObjection(room.shipments, room.acceptances), Map.of("words", "no manual", "owner", owner.value()));
    }

    private void solve(int objection) {
        Task owed = room.file.openTasks(Duties.OBJECTION).stream().filter(task -> Duties.number(task) == objection).findFirst().orElseThrow();
        room.run(new SolveObjection(room.acceptances), Optional.of(owed), Map.of("solution", "sent"));
    }

    private void settle(int objection, boolean satisfied) {
        room.representative().run(new SettleObjection(room.shipments, room.acceptances),
                Map.of("objection", "" + objection, "satisfied", satisfied ? "yes" : "no", "remarks", "said"));
    }

    @Test
    @DisplayName("R-6.9: raised on the last day and solved two working days later, the acceptance is owed two working days later: the weekend between is nobody's")
    void theLastDayMoves() {
        room.goOnTo(LAST);
        object(Role.AFTERSALES_ENGINEER);
        assertThat(runs()).isFalse();
        room.goOnTo(LAST.plusDays(4));
        assertThat(runs()).as("still theirs, long after the last day").isFalse();

        solve(1);

        assertThat(runs()).as("the customer is to be asked now").isTrue();
        assertThat(lastDay()).as("Thursday and two working days").isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    @DisplayName("R-6.9: one that was open before objections stopped the time stops it when the last day is remembered, whatever else is asked")
    void openBeforeItCounted() {
        object(Role.AFTERSALES_ENGINEER);
        room.command(() -> {
            room.file.resume(accepting().id());
            return null;
        });
        room.goOnTo(LAST);

        decided("logistics/work");
        assertThat(runs()).isTrue();
        decided("logistics/deadlines");

        assertThat(runs()).isFalse();
    }

    private void decided(String point) {
        room.command(() -> {
            Question question = Question.at(new ConsultationPoint(point)).addingOnly();
            room.department.decided(room.file, room.file.consult(question));
            return null;
        });
    }

    @Test
    @DisplayName("R-6.9: solved on the day it was raised it moves nothing")
    void theSameDay() {
        object(Role.LOGISTICS_CLERK);

        solve(1);

        assertThat(runs()).isTrue();
        assertThat(lastDay()).isEqualTo(LAST);
    }

    @Test
    @DisplayName("R-6.9: what the representative has to solve is the representative's time")
    void theirOwn() {
        object(Role.SALES_REP);
        assertThat(runs()).isTrue();

        room.goOnTo(DAY.plusDays(1));
        solve(1);

        assertThat(lastDay()).isEqualTo(LAST);
    }

    @Test
    @DisplayName("R-6.9: of several objections the last one that others solve sets it going")
    void several() {
        object(Role.AFTERSALES_ENGINEER);
        room.goOnTo(DAY.plusDays(1));
        object(Role.LOGISTICS_CLERK);
        object(Role.SALES_REP);

        solve(1);
        assertThat(runs()).isFalse();
        room.goOnTo(DAY.plusDays(2));
        solve(2);

        assertThat(runs()).as("only the representative's own is open").isTrue();
        assertThat(lastDay()).isEqualTo(LAST.plusDays(4));
    }

    @Test
    @DisplayName("R-6.9: it stands still again while what did not satisfy the customer is solved anew, and runs on once it did")
    void again() {
        object(Role.AFTERSALES_ENGINEER);
        solve(1);
        settle(1, false);
        assertThat(runs()).isFalse();
        room.goOnTo(DAY.plusDays(1));
        solve(1);
        assertThat(runs()).isTrue();

        settle(1, true);

        assertThat(runs()).isTrue();
        assertThat(lastDay()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    @DisplayName("R-6.9: an item that is wrong stops it as any objection does")
    void aWrongItem() {
        room.representative().run(new CheckItems(room.shipments, room.acceptances),
                Map.of("item-1", Item.WRONG, "remark-1", "scratched", "owner", Role.PRODUCTION_INSPECTOR.value()));

        assertThat(runs()).isFalse();
    }

    private void handled() {
        room.run(room.closing(), Map.of("resolution", "repaired on the spot"));
    }

    @Test
    @DisplayName("R-6.6: while a damage is open nobody can sign, and the time is not the representative's; a delay stops nothing")
    void aDamage() {
        room.incident("delay");
        assertThat(runs()).isTrue();
        handled();

        room.goOnTo(LAST);
        room.incident("damage");
        assertThat(runs()).isFalse();
        object(Role.AFTERSALES_ENGINEER);
        solve(1);
        assertThat(runs()).as("the damage is still open").isFalse();
        room.goOnTo(LAST.plusDays(1));
        handled();

        assertThat(runs()).isTrue();
        assertThat(lastDay()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    @DisplayName("R-6.6: of a shipment that is lost whole nobody owes an acceptance or a solution any more")
    void lostWhole() {
        object(Role.AFTERSALES_ENGINEER);
        room.incident("loss");

        room.run(room.closing(), Map.of("resolution", "burnt", "lost", List.of("K-1", "K-2")));

        assertThat(room.file.openTasks(Duties.ACCEPT)).isEmpty();
        assertThat(room.file.openTasks(Duties.OBJECTION)).isEmpty();
    }
}
