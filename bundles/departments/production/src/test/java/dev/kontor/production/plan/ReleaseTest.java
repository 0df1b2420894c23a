package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.capacity.SetWorkCentre;
import dev.kontor.production.plan.delay.Delays;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.math.BigDecimal;
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
@DisplayName("Regulation 5.1: production starts by the release of a plan, after the review (R-5.1, R-5.2)")
final class ReleaseTest {

    private static final SerialNumber FIRST = new SerialNumber("CNC-500-2026-0001");
    private static final SerialNumber SECOND = new SerialNumber("CNC-500-2026-0002");

    @Parameter
    private Dialect dialect;

    private PlanRoom room;

    @BeforeEach
    void open() {
        room = new PlanRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theReleaseStartsProductionNumbersTheMachinesAndFilesThePlan() {
        FakeOrderFile file = planned(lines(anOrder().build(), "2"));

        room.release(file, Map.of());

        assertThat(file.milestones()).contains(MilestoneName.PRODUCTION_STARTED);
        assertThat(file.machines()).extracting(machine -> machine.serial()).containsExactly(FIRST, SECOND);
        assertThat(file.documents()).extracting(Document::kind).containsExactly(PlanPaper.KIND);
        assertThat(room.after).as("what else begins").containsExactly(file.number() + " 0");
        assertThat(file.openTasks(Finished.PROGRESS)).singleElement().satisfies(task ->
                assertThat(task.deadline().orElseThrow().lastDay()).as("five working days on").isEqualTo(MONDAY.plusDays(7)));
    }

    @Test
    void theNextOrderOfTheModelGoesOnCounting() {
        room.release(planned(lines(anOrder().numbered(1).build(), "2")), Map.of());
        FakeOrderFile next = planned(anOrder().numbered(2).build());

        room.release(next, Map.of());

        assertThat(next.machines()).extracting(machine -> machine.serial().value()).containsExactly("CNC-500-2026-0003");
    }

    @Test
    void aTypedSerialNumberIsTakenAndWhatIsNoneIsNamed() {
        FakeOrderFile file = planned(lines(anOrder().build(), "2"));
        Values typed = new Values(Map.of("machine", "1-2", "serial", "x-7"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.release(file, Map.of("machines", List.of(typed, new Values(Map.of("machine", "1-1", "serial", "X-7"))))))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("machines[1].serial"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.release(file, Map.of("machines", List.of(new Values(Map.of("machine", "1-1", "serial", "七号"))))))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("machines[0].serial"));
        room.release(file, Map.of("machines", List.of(typed)));

        assertThat(file.machines()).extracting(machine -> machine.serial().value()).containsExactly("CNC-500-2026-0001", "X-7");
    }

    @Test
    @DisplayName("Policy 7: while the prepayment holds the start it is refused, shown, and the planner's clock stands still")
    void whatFinanceHoldsIsNotStarted() {
        FakeOrderFile file = planned(anOrder().of("C-0009").build());

        assertThat(file.openTasks(Planning.RELEASE)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isPresent());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.release(file, Map.of()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT));
        assertThat(file.machines()).isEmpty();

        file.revise(anOrder().of("C-0001").build());
        room.run(() -> file.consult(Question.at(Planning.START)));
        assertThat(file.openTasks(Planning.RELEASE)).singleElement().satisfies(task -> assertThat(task.suspendedAt()).isEmpty());
        room.release(file, Map.of());
        assertThat(file.milestones()).contains(MilestoneName.PRODUCTION_STARTED);
    }

    @Test
    @DisplayName("Policy 7: an order that is not paid for takes no hours of the work centres before it is")
    void whatFinanceHoldsStandsInNobodysWay() {
        FakeOrderFile unpaid = planned(anOrder().numbered(1).of("C-0009").build());
        FakeOrderFile paid = planned(anOrder().numbered(2).build());
        assertThat(work(unpaid).forecastOn()).as("as things are").isEqualTo(MONDAY);
        assertThat(work(paid).forecastOn()).isEqualTo(MONDAY);

        unpaid.revise(anOrder().numbered(1).of("C-0001").build());
        room.run(() -> unpaid.consult(Question.at(Planning.START)));

        assertThat(work(unpaid).forecastOn()).as("after who paid before").isEqualTo(MONDAY.plusDays(1));
        assertThat(work(planned(anOrder().numbered(3).build())).forecastOn()).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    @DisplayName("R-5.6: while others hold the start nobody owes sales a word about the delay")
    void aLatePlanThatIsHeldOwesNoNoticeUntilItIsPaid() {
        FakeOrderFile file = planned(anOrder().of("C-0009").deliveredOn(MONDAY).build());
        assertThat(file.openTasks(Delays.NOTICE)).isEmpty();

        file.revise(anOrder().of("C-0001").deliveredOn(MONDAY).build());
        room.run(() -> file.consult(Question.at(Planning.START)));

        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.6: when a work centre can do less, what it was promised for is expected later and told")
    void lessCapacityIsForecast() {
        FakeOrderFile file = planned(anOrder().deliveredOn(MONDAY.plusDays(2)).build());
        assertThat(room.centre("ASSEMBLY", "4")).as("nothing is planned there").isEmpty();
        assertThat(room.centre("MILL", "9")).as("more").isEmpty();
        assertThat(file.openTasks(Delays.NOTICE)).isEmpty();

        assertThat(room.centre("MILL", "4")).containsExactly(file.number() + " " + SetWorkCentre.LESS);
        room.run(() -> room.planning.attend(file, SetWorkCentre.LESS));

        assertThat(work(file).forecastOn()).isEqualTo(MONDAY.plusDays(1));
        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.2: nothing is produced while the review is open again")
    void aReopenedReviewHoldsTheStart() {
        FakeOrderFile file = planned(anOrder().build());
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("amended"));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.release(file, Map.of()));

        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_STARTED);
    }

    @Test
    void releasedLaterThanPlannedItBeginsToday() {
        FakeOrderFile file = planned(anOrder().build());
        LocalDate thursday = MONDAY.plusDays(3);
        room.goOnTo(thursday, file);

        room.release(file, Map.of());

        assertThat(work(file).forecastOn()).isEqualTo(thursday);
        assertThat(work(file).releasedOn()).contains(thursday);
    }

    @Test
    void aPlanThatWaitsBeyondItsLastDayIsPlacedAnew() {
        FakeOrderFile file = planned(anOrder().of("C-0009").build());

        room.goOnTo(MONDAY.plusDays(3), file);

        assertThat(work(file).forecastOn()).isEqualTo(MONDAY.plusDays(3));
        assertThat(file.openTasks(Finished.PROGRESS)).as("nothing has begun").isEmpty();
    }

    @Test
    void anOrderThatIsEndedTakesNothingOfTheWorkCentresAnyMore() {
        FakeOrderFile file = planned(anOrder().numbered(1).build());
        room.change(file, reasoned("24"));
        room.run(() -> file.arrive(room.department(), MilestoneName.REVIEW_TERMINATED.value()));

        FakeOrderFile next = planned(anOrder().numbered(2).build());

        assertThat(work(file).isOpen()).isFalse();
        assertThat(file.planned()).isEmpty();
        assertThat(work(next).forecastOn()).isEqualTo(MONDAY);
    }

    @Test
    void aChangeInProductionCountsAtOnceAndAnotherMachineWaitsForItsNumber() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());

        room.change(file, reasoned("16"));
        assertThat(file.openTasks(Planning.RELEASE)).isEmpty();
        assertThat(file.documents()).hasSize(2);

        file.revise(lines(anOrder().revised(2).build(), "2"));
        room.run(() -> room.planning.judge(file));
        room.make(file, reasoned("16"));
        assertThat(file.openTasks(Planning.RELEASE)).hasSize(1);
        room.release(file, Map.of());

        assertThat(file.machines()).extracting(machine -> machine.serial()).containsExactly(FIRST, SECOND);
    }

    @Test
    @DisplayName("R-4.15: before the order is changed to fewer machines one is struck, and the others stay what they are")
    void aMachineThatIsOrderedNoLongerIsStruck() {
        FakeOrderFile file = planned(lines(anOrder().build(), "2"));
        room.release(file, Map.of());
        strike(file, FIRST);

        file.revise(lines(anOrder().revised(2).build(), "1"));
        room.run(() -> room.planning.judge(file));
        room.make(file, reasoned("8"));

        assertThat(file.machines()).extracting(machine -> machine.serial()).containsExactly(SECOND);
        assertThat(room.read(() -> room.book.pieces(file.number()))).singleElement()
                .satisfies(piece -> assertThat(piece.serial()).contains(SECOND));
        assertThat(file.openTasks(Planning.RELEASE)).as("it has its number").isEmpty();
    }

    @Test
    void inThePlaceOfAStruckMachineAnotherIsBegun() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
        room.report(file, Map.of("finished", room.steps(file, "milling"), "confirmed", "yes"));
        strike(file, FIRST);

        room.change(file, reasoned("8"));
        assertThat(room.read(() -> room.book.operations(file.number()))).singleElement().satisfies(each -> assertThat(each.isFinished()).isFalse());
        room.release(file, Map.of("machines", List.of(new Values(Map.of("machine", "1-1", "serial", "X-2")))));

        assertThat(file.machines()).extracting(machine -> machine.serial().value()).containsExactly("X-2");
    }

    @Test
    void aMachineThatIsMadeAlreadyIsNotStruck() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());
        file.reach(FIRST, MilestoneName.PRODUCTION_FINISHED, MONDAY);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> strike(file, FIRST));
        assertThat(new StrikeMachine(room.planning).offered(file, Optional.empty())).isFalse();
    }

    @Test
    @DisplayName("R-6.6: a machine that went lost on its way is struck though it was made, and another is made in its place")
    void aLostMachineIsMadeAgain() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());
        file.reach(FIRST, MilestoneName.PRODUCTION_FINISHED, MONDAY);
        room.run(() -> Finished.settle(file));
        file.reach(FIRST, MilestoneName.LOGISTICS_LOST, MONDAY);

        strike(file, FIRST);

        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
        room.change(file, reasoned("8"));
        room.release(file, Map.of());
        assertThat(file.machines()).singleElement().satisfies(machine -> assertThat(machine.milestones()).as("a new one").isEmpty());
    }

    @Test
    void whatIsMadeAlreadyIsNotPlannedAway() {
        FakeOrderFile file = planned(anOrder().build());
        room.release(file, Map.of());
        file.reach(FIRST, MilestoneName.PRODUCTION_FINISHED, MONDAY);
        Map<String, Object> asLot = reasoned("8");
        asLot.put("lots", List.of("1"));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.change(file, asLot))
                .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("production.plan.machine-finished"));
    }

    @Test
    void aLotThatGrowsGetsANumberOfItsOwn() {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), "30.5"));
        Map<String, Object> lot = reasoned("8");
        lot.put("lots", List.of("1"));
        room.make(file, lot);
        room.release(file, Map.of());

        file.revise(lines(anOrder().revised(2).build(), "40"));
        room.run(() -> room.planning.judge(file));
        room.make(file, lot);
        room.release(file, Map.of("machines", List.of(new Values(Map.of("machine", "1-0", "serial", "LOT-2")))));

        assertThat(file.machines()).singleElement().satisfies(machine -> {
            assertThat(machine.serial().value()).isEqualTo("LOT-2");
            assertThat(machine.quantity()).isEqualByComparingTo("40");
        });
    }

    @Test
    void theFormProposesANumberForEachMachine() {
        FakeOrderFile file = planned(lines(anOrder().model("数控 cnc/7").build(), "2"));

        Values shown = room.read(() -> room.releasing().initial(file, Optional.empty()));

        assertThat(shown.rows("machines")).extracting(row -> row.text("machine") + " " + row.text("serial"))
                .containsExactly("1-1 CNC/7-2026-0001", "1-2 CNC/7-2026-0002");
    }

    @Test
    @DisplayName("R-5.1: in the place of a machine that was struck after the release another is planned and released")
    void inThePlaceOfAStruckMachineAnotherIsPlanned() {
        FakeOrderFile file = planned(lines(anOrder().build(), "2"));
        room.release(file, Map.of());
        assertThat(file.openTasks(Planning.PLAN)).isEmpty();

        strike(file, file.machines().get(0).serial());
        assertThat(file.openTasks(Planning.PLAN)).hasSize(1);
        room.make(file, reasoned("8"));

        assertThat(file.openTasks(Planning.PLAN)).isEmpty();
        room.release(file, Map.of());
        assertThat(file.machines()).hasSize(2);
    }

    @Test
    @DisplayName("R-5.1: machines that an opened order brought count, and only what is ordered beside them is numbered")
    void besideMachinesThatWereTakenOverOnlyTheRestIsNumbered() {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), "2"));
        SerialNumber brought = new SerialNumber("OLD-1");
        file.enrol(brought, 1, BigDecimal.ONE);
        file.reach(brought, MilestoneName.PRODUCTION_FINISHED, MONDAY);

        room.make(file, reasoned("8"));
        room.release(file, Map.of());

        assertThat(file.machines()).hasSize(2);
        assertThat(room.read(() -> room.book.operations(file.number()))).as("of the one that is built").hasSize(1);
    }

    private void strike(FakeOrderFile file, SerialNumber machine) {
        room.command(() -> new StrikeMachine(room.planning)
                .run(file, Optional.empty(), new Values(Map.of("serial", machine.value(), "reason", "one less"))));
    }

    private FakeOrderFile planned(Order order) {
        FakeOrderFile file = room.arrived(order);
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8")));
        return file;
    }

    private static Map<String, Object> reasoned(String hours) {
        Map<String, Object> values = plan(MONDAY, operation(1, "milling", "MILL", hours));
        values.put("reason", "as agreed");
        return values;
    }

    private WorkOrder work(FakeOrderFile file) {
        return room.read(() -> room.book.workOrder(file.number())).orElseThrow();
    }
}
