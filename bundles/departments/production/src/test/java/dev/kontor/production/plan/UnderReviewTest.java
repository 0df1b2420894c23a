package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.delay.Delays;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2, 5.1: what is executed is what was approved (R-4.15, R-5.2)")
final class UnderReviewTest {

    private static final TaskKind BUY = new TaskKind("production.over-budget");

    private PlanRoom room;

    @BeforeEach
    void open() {
        room = new PlanRoom(Dialect.DERBY);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whileAChangeIsUnderReviewNobodyPlansAndNobodyIsLate() {
        FakeOrderFile file = room.arrived(anOrder().build());
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));

        assertThatExceptionOfType(Refused.class).as("who has the form open").isThrownBy(() -> room.make(file, milled("8")))
                .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("production.not-cleared"));
        room.underReview(file, lines(anOrder().revised(2).build(), "2"));
        assertThat(file.openTasks(Planning.PLAN)).isEmpty();
        room.cleared(file);
        assertThat(file.openTasks(Planning.PLAN)).hasSize(1);
    }

    @Test
    void thePlanIsNotChangedAndNothingIsReleasedOrBought() {
        FakeOrderFile file = planned(anOrder().build());
        file.raise(NewTask.of(BUY, Role.LEADERSHIP).about("PC-1"));

        room.underReview(file, anOrder().revised(2).build());

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.change(file, milled("16")));
        assertThat(file.openTasks(Planning.RELEASE)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isPresent());
        assertThat(file.openTasks(BUY)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isPresent());
        room.cleared(file);
        assertThat(file.openTasks(Planning.RELEASE)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isEmpty());
        assertThat(file.openTasks(BUY)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isEmpty());
    }

    @Test
    void ofAFinishedOrderOnlyMoreMachinesArePlanned() {
        FakeOrderFile file = finished();

        room.underReview(file, anOrder().revised(2).deliveredOn(MONDAY.plusDays(90)).build());
        room.cleared(file);
        assertThat(file.openTasks()).as("every machine is there").isEmpty();
        assertThat(file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);

        room.underReview(file, lines(anOrder().revised(3).build(), "2"));
        room.cleared(file);
        assertThat(file.openTasks(Planning.PLAN)).hasSize(1);
        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
        assertThat(work(file).isOpen()).isTrue();
    }

    @Test
    @DisplayName("R-5.6: another delivery date is what sales counts on, whatever it was told of the one before")
    void whatSalesWasToldOfAnotherDeliveryDateCountsNoLonger() {
        FakeOrderFile file = late();
        LocalDate told = MONDAY.plusDays(10);
        room.notice(file, told(told));
        assertThat(work(file).toldOn()).contains(told);

        room.underReview(file, anOrder().revised(2).deliveredOn(MONDAY.plusDays(7)).build());
        room.cleared(file);
        assertThat(work(file).toldOn()).as("the date is the same").contains(told);

        room.underReview(file, anOrder().revised(3).deliveredOn(MONDAY.plusDays(8)).build());
        room.cleared(file);
        assertThat(work(file).toldOn()).isEmpty();
        assertThat(file.openTasks(Delays.NOTICE)).singleElement()
                .satisfies(task -> assertThat(task.subject()).isEqualTo(MONDAY.plusDays(8).toString()));
    }

    @Test
    @DisplayName("R-5.1, R-5.6: a plan that is late from the start is told to sales, before its release")
    void aPlanThatIsLateFromTheStartIsTold() {
        FakeOrderFile file = late();

        assertThat(work(file).releasedOn()).isEmpty();
        assertThat(file.openTasks(Delays.NOTICE)).singleElement().satisfies(task ->
                assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(MONDAY.plusDays(1)));
    }

    /** Ready on Tuesday in a week; to be delivered on the Monday before. */
    private FakeOrderFile late() {
        FakeOrderFile file = room.arrived(anOrder().deliveredOn(MONDAY.plusDays(7)).build());
        room.make(file, milled("56"));
        return file;
    }

    private FakeOrderFile finished() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());
        room.run(() -> {
            file.machines().forEach(machine -> file.reach(machine.serial(), MilestoneName.PRODUCTION_FINISHED, MONDAY));
            Finished.settle(file);
            room.planning.settle(file);
        });
        return file;
    }

    private FakeOrderFile planned(Order order) {
        FakeOrderFile file = room.arrived(order);
        room.make(file, milled("8"));
        return file;
    }

    private static Map<String, Object> milled(String hours) {
        Map<String, Object> values = plan(MONDAY, operation(1, "milling", "MILL", hours));
        values.put("reason", "as agreed");
        return values;
    }

    private static Map<String, Object> told(LocalDate delivery) {
        return Map.of("cause", "capacity", "explanation", "the mill is full", "delivery-on", delivery.toString());
    }

    private WorkOrder work(FakeOrderFile file) {
        return room.read(() -> room.book.workOrder(file.number())).orElseThrow();
    }
}
