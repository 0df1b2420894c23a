package dev.kontor.production.quality;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.StrikeMachine;
import dev.kontor.production.plan.delay.Delays;
import dev.kontor.production.quality.book.Disposition;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.Treatment;
import dev.kontor.store.unit.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.3: cause, corrective action and inspection again, until it conforms (R-5.13)")
final class NonconformityTest {

    private QualityRoom room;

    @BeforeEach
    void twoInspectionsArePassed() {
        room = new QualityRoom(Dialect.DERBY);
        room.setAllPlans();
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void itIsClosedByTheThirdInspectionWhichIsTheFirstThatConforms() {
        failFinal();
        room.analyse(1, 1, "rework");
        room.correct(1, 1);
        room.inspect(InspectionKind.FINAL, 2, "0.06");
        room.analyse(1, 2, "repair");
        room.correct(1, 2);
        assertThat(room.nonconformity().isOpen()).isTrue();
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();

        room.inspect(InspectionKind.FINAL, 3, "0.05");

        assertThat(room.command(() -> room.book.nonconformities(room.file.number()))).singleElement().satisfies(each -> {
            assertThat(each.state()).isEqualTo(State.CONFORMING);
            assertThat(each.round()).isEqualTo(2);
            assertThat(each.what()).isEqualTo("flatness 0.051 (≤ 0.05 mm)");
        });
        Nonconformity closed = room.nonconformity();
        assertThat(room.command(() -> room.book.treatments(closed))).extracting(Treatment::disposition)
                .containsExactly(Disposition.REWORK, Disposition.REPAIR);
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    void whileItIsOpenTheMachineIsNotPresentedToAnything() {
        failFinal();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.present(InspectionKind.FINAL))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(gap -> gap.message().key()).containsExactly("production.quality.still-open"));
    }

    @Test
    void eachStepIsOwedBySomebodyElseAfterTheOther() {
        failFinal();
        assertThat(owed()).containsExactly("production.cause production.inspector");

        room.analyse(1, 1, "rework");
        assertThat(owed()).containsExactly("production.correction production.planner");

        room.correct(1, 1);
        assertThat(owed()).containsExactly("production.inspection production.inspector");
    }

    @Test
    void aConcessionIsReleasedByASecondPerson() {
        failFinal();
        room.analyse(1, 1, "concession");
        assertThat(owed()).containsExactly("production.concession production.reviewer");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.release("ma", "released"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();

        room.release("sun", "released");

        assertThat(room.nonconformity().state()).isEqualTo(State.CONCEDED);
        assertThat(room.command(() -> room.book.latest(QualityRoom.MACHINE.value(), InspectionKind.FINAL)).map(Inspection::state))
                .contains("conceded");
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    @Test
    void aConcessionThatIsNotReleasedGoesAnotherRound() {
        failFinal();
        room.analyse(1, 1, "concession");

        room.release("sun", "refused");

        assertThat(room.nonconformity().state()).isEqualTo(State.CAUSE);
        assertThat(room.file.task(Quality.CAUSE, QualityRoom.MACHINE + "-N1 2").role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
    }

    @Test
    void aScrappedMachineIsStruckFromItsOrder() {
        failFinal();
        room.analyse(1, 1, "scrap");
        assertThat(room.file.machines()).hasSize(1);
        room.planned("milling");

        room.release("sun", "released");

        assertThat(room.file.machines()).isEmpty();
        assertThat(room.command(() -> room.plan.pieces(room.file.number()))).singleElement()
                .satisfies(piece -> assertThat(piece.serial()).isEmpty());
        assertThat(room.nonconformity().state()).isEqualTo(State.SCRAPPED);
        assertThat(room.file.task(Planning.PLAN, QualityRoom.MACHINE.value()).role())
                .as("another is to be planned")
                .isEqualTo(Role.PRODUCTION_PLANNER);
        assertThat(room.work().isOpen()).isTrue();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    @DisplayName("R-5.6: what does not conform is put right before the order is ready, and sales is told when that is too late")
    void aNonconformityMovesTheForecast() {
        room.file.revise(anOrder().deliveredOn(room.file.today().plusDays(14)).build());
        room.planned("milling");
        room.done("milling");

        failFinal();
        Task cause = room.file.openTasks(Quality.CAUSE).get(0);
        assertThat(room.work().forecastOn()).isEqualTo(cause.deadline().orElseThrow().lastDay());
        assertThat(room.file.openTasks(Delays.NOTICE)).isEmpty();

        room.analyse(1, 1, "rework");
        Task correction = room.file.openTasks(Quality.CORRECTION).get(0);
        assertThat(room.work().forecastOn()).isEqualTo(correction.deadline().orElseThrow().lastDay());
        assertThat(room.file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    void ofAMachineThatThePlannerStrikesNothingIsOwedAnyMore() {
        failFinal();
        assertThat(room.file.openTasks()).hasSize(1);

        room.file.as("qian", Role.PRODUCTION_PLANNER);
        room.command(() -> new StrikeMachine(room.planning).run(room.file, Optional.empty(), new Values(
                Map.of("serial", QualityRoom.MACHINE.value(), "reason", "the customer wants one less"))));

        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    void aFinishedMachineThatDoesNotConformIsFinishedNoLonger() {
        room.pass(InspectionKind.FINAL);
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);

        report("paint damaged by the crane");

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);

        room.analyse(1, 1, "repair");
        room.correct(1, 1);
        room.inspect(InspectionKind.FINAL, 2, "0.05");

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
        assertThat(room.file.documents()).hasSize(2);
    }

    @Test
    void aMachineThatLeftTheWorksIsReportedToServiceNotHere() {
        room.pass(InspectionKind.FINAL);
        room.file.reach(QualityRoom.MACHINE, MilestoneName.LOGISTICS_DISPATCHED, room.file.today());

        assertThat(new ReportNonconformity(room.quality, room.book, room.batches).offered(room.file, Optional.empty())).isFalse();
    }

    @Test
    void goodsGoBackToTheirSupplierOnlyWhereTheyCameIn() {
        failFinal();

        assertThat(dispositions()).containsExactly("rework", "repair", "concession", "scrap");
        try (QualityRoom other = new QualityRoom(Dialect.DERBY)) {
            other.setAllPlans();
            other.present(InspectionKind.INCOMING);
            other.inspect(InspectionKind.INCOMING, 1, "0.06");
            other.analyse(1, 1, "return");
            other.correct(1, 1);
            assertThat(other.file.openTasks()).extracting(Task::subject).containsExactly(QualityRoom.MACHINE + " incoming 2");
        }
    }

    private List<String> dispositions() {
        Optional<Task> task = Optional.of(room.file.openTasks(Quality.CAUSE).get(0));
        return room.command(() -> room.analysing().form(room.file, task)).fields().stream()
                .filter(field -> field.name().equals("disposition"))
                .flatMap(field -> field.options().stream())
                .map(Field.Option::value)
                .toList();
    }

    private void failFinal() {
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 1, "0.051");
    }

    private void report(String what) {
        room.file.as("qian", Role.PRODUCTION_PLANNER);
        Values values = new Values(Map.of("machine", QualityRoom.MACHINE.value(), "what", what));
        room.command(() -> new ReportNonconformity(room.quality, room.book, room.batches).run(room.file, Optional.empty(), values));
    }

    private List<String> owed() {
        return room.file.openTasks().stream().map(task -> task.kind() + " " + task.role()).toList();
    }
}
