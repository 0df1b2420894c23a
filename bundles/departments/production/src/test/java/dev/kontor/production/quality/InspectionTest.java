package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.time.Deadline;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Regulation 5.3: incoming, in-process and final inspection, none left out (R-5.11, R-5.12)")
final class InspectionTest {

    private QualityRoom room;

    @BeforeEach
    void open() {
        room = new QualityRoom(Dialect.DERBY);
        room.setAllPlans();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aMachineIsFinishedByItsThreeInspections() {
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();

        room.pass(InspectionKind.FINAL);

        assertThat(room.machine().on(MilestoneName.PRODUCTION_FINISHED)).contains(room.file.today());
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("Regulation 9.1: its inspection report is filed (R-9.1)")
    void theReportOfAFinishedMachineIsFiled() {
        List.of(InspectionKind.values()).forEach(room::pass);

        assertThat(room.file.documents()).extracting(Document::kind).extracting(Object::toString).containsExactly("production.inspection");
        assertThat(room.printer.printed().toString()).contains("499.5 – 500.5 mm", "B-77 a", "CNC-500-2026-0001");
    }

    @Test
    void theFormStandsAtTheNextInspectionAndAtTheMachinesThatCanBePresentedToIt() {
        assertThat(room.toPresent().text("kind")).isEqualTo("incoming");
        room.pass(InspectionKind.INCOMING);
        assertThat(room.toPresent().text("kind")).isEqualTo("in-process");
        assertThat(room.toPresent().choices("machines")).containsExactly(room.machine().serial().value());

        room.present(InspectionKind.IN_PROCESS);

        assertThat(room.toPresent()).isEqualTo(Values.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = InspectionKind.class, names = {"IN_PROCESS", "FINAL"})
    void noInspectionIsMadeBeforeTheOneBeforeItIsPassed(InspectionKind kind) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.present(kind))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().satisfies(gap -> {
                    assertThat(gap.field()).isEqualTo("machines");
                    assertThat(gap.message().key()).isEqualTo("production.quality.missing");
                }));
    }

    @Test
    void theFinalInspectionIsNotReachedByTheIncomingOneAlone() {
        room.pass(InspectionKind.INCOMING);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.present(InspectionKind.FINAL));
    }

    @Test
    @DisplayName("Regulation 5.1, 5.3: the final inspection waits for every step of the machine (R-5.4, R-5.11)")
    void theFinalInspectionIsRefusedWhileAStepIsOpen() {
        room.planned("milling", "assembly");
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);

        assertThat(stepsOpen()).isEqualTo("milling, assembly");
        room.done("milling");
        assertThat(stepsOpen()).isEqualTo("assembly");
        assertThat(room.file.openTasks(Quality.PRESENT)).isEmpty();
        room.done("assembly");
        room.pass(InspectionKind.FINAL);

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    /** The steps that the refusal names. */
    private Object stepsOpen() {
        return catchThrowableOfType(Refused.class, () -> room.present(InspectionKind.FINAL)).gaps().get(0).message().arguments().get(1);
    }

    @Test
    void aStepThatIsPlannedAfterItWasPresentedIsDoneBeforeItPasses() {
        room.planned("milling");
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
        room.done("milling");
        room.present(InspectionKind.FINAL);
        room.alsoPlanned("painting");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.inspect(InspectionKind.FINAL, 1, "0.05"))
                .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("production.quality.step-open"));

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
    }

    @Test
    @DisplayName("Regulation 5.3: a machine whose steps are done is presented within one working day (R-5.11)")
    void aMachineThatIsMadeIsToBePresented() {
        room.file.setToday(LocalDate.of(2026, 3, 6));
        room.planned("milling");
        room.pass(InspectionKind.INCOMING);
        room.done("milling");
        room.pass(InspectionKind.IN_PROCESS);

        assertThat(room.file.openTasks(Quality.PRESENT)).singleElement().satisfies(task -> {
            assertThat(task.role()).isEqualTo(Role.PRODUCTION_PLANNER);
            assertThat(task.deadline().map(Deadline::lastDay)).contains(LocalDate.of(2026, 3, 9));
        });

        room.present(InspectionKind.FINAL);
        assertThat(room.file.openTasks(Quality.PRESENT)).isEmpty();
    }

    @Test
    @DisplayName("Regulation 5.3: being presented to another inspection is not being presented to the final one (R-5.11)")
    void theFinalInspectionIsOwedWhileTheMachineIsPresentedToAnother() {
        room.planned("milling");
        room.pass(InspectionKind.INCOMING);
        room.done("milling");
        room.command(() -> {
            room.quality.ask(room.file);
            return true;
        });
        TaskId owed = room.file.task(Quality.PRESENT, QualityRoom.MACHINE + " present").id();

        room.present(InspectionKind.IN_PROCESS);

        assertThat(room.file.openTasks(Quality.PRESENT)).singleElement().satisfies(task -> assertThat(task.id()).isEqualTo(owed));
    }

    @ParameterizedTest(name = "flatness {0}, travel {1}, finish {2}: {3}")
    @CsvSource({
        "0.05, 499.5, conforms, passed",
        "0.05, 500.5, conforms, passed",
        "0.0500000001, 500, conforms, failed",
        "0.05, 499.4999999999, conforms, failed",
        "0.05, 500.5000000001, conforms, failed",
        "0, 500, does-not, failed"
    })
    @DisplayName("Regulation 5.3: a value out of its limit cannot pass (R-5.12)")
    void theLimitsThemselvesPassAndNothingBeyond(String flatness, String travel, String finish, String result) {
        room.present(InspectionKind.INCOMING);
        room.inspect(InspectionKind.INCOMING, 1, Map.of(
                "value-1", flatness, "value-2", travel, "value-3", finish, "components", List.of(room.spindle)));

        assertThat(latest().state()).isEqualTo(result);
    }

    @Test
    void aDefectBesideTheCharacteristicsIsNoPass() {
        room.present(InspectionKind.INCOMING);
        room.inspect(InspectionKind.INCOMING, 1, Map.of(
                "value-1", "0", "value-2", "500", "value-3", "conforms", "components", List.of(room.spindle), "defect", "crack in the casting"));

        assertThat(latest().state()).isEqualTo("failed");
        assertThat(room.nonconformity().what()).isEqualTo("crack in the casting");
    }

    @Test
    void aValueWithMoreDigitsThanAreKeptIsRefusedAtItsField() {
        room.present(InspectionKind.INCOMING);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.inspect(InspectionKind.INCOMING, 1, "0.00000000001"))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("value-1"));
    }

    @Test
    void whatIsPresentedIsDueForTheInspectorInTheTimeOfItsKind() {
        room.file.setToday(LocalDate.of(2026, 3, 6));
        room.present(InspectionKind.INCOMING);

        Task owed = room.file.openTasks().get(0);
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(owed.deadline().map(Deadline::lastDay)).contains(LocalDate.of(2026, 3, 10));
    }

    @Test
    void aMachineIsNotPresentedTwice() {
        room.present(InspectionKind.INCOMING);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.present(InspectionKind.INCOMING));
    }

    @Test
    void withoutAnInspectionPlanNothingIsPresented() {
        try (QualityRoom bare = new QualityRoom(Dialect.DERBY)) {
            bare.setPlan(InspectionKind.FINAL, "");

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> bare.present(InspectionKind.INCOMING))
                    .satisfies(refused -> assertThat(refused.gaps()).extracting(gap -> gap.message().key()).containsExactly("production.quality.no-plan"));
        }
    }

    @Test
    void aModelsOwnPlanCountsAndOfItTheLatestVersion() {
        room.setPlan(InspectionKind.INCOMING, "CNC-500", "0.02");
        room.setPlan(InspectionKind.INCOMING, "CNC-500", "0.03");
        room.present(InspectionKind.INCOMING);

        room.inspect(InspectionKind.INCOMING, 1, "0.04");

        assertThat(latest().state()).isEqualTo("failed");
        assertThat(room.nonconformity().what()).isEqualTo("flatness 0.04 (≤ 0.03 mm)");
    }

    @Test
    @DisplayName("R-5.12: what was filled in for another plan is told from it, be it another version or another model's of the same number")
    void aFormKnowsItsPlan() {
        room.present(InspectionKind.INCOMING);
        long everyModels = formOf();

        assertThat(formOf()).isEqualTo(everyModels);
        room.setPlan(InspectionKind.INCOMING, "CNC-500", "0.02");
        long first = formOf();
        room.setPlan(InspectionKind.INCOMING, "CNC-500", "0.03");

        assertThat(Set.of(everyModels, first, formOf())).hasSize(3).allMatch(version -> version >= 0 && version < 1L << 52);
    }

    private long formOf() {
        return room.command(() -> room.inspect().version(room.file, Optional.of(room.file.openTasks().get(0))));
    }

    @Test
    void everyCharacteristicIsAskedForWithItsLimits() {
        room.present(InspectionKind.INCOMING);

        List<Field> fields = room.command(() -> room.inspect().form(room.file, Optional.of(room.file.openTasks().get(0)))).fields();

        assertThat(fields).filteredOn(Field::required).extracting(Field::name)
                .containsExactly("value-1", "value-2", "value-3", "components");
        assertThat(fields.get(1).hint().arguments()).containsExactly("499.5 – 500.5 mm");
    }

    @Test
    void limitsThatCrossAreRefusedAtTheirField() {
        Values crossed = new Values(Map.of("kind", "final", "reason", "x", "characteristics", List.of(
                new Values(Map.of("name", "run-out", "lower", "2", "upper", "1.999999")))));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.setPlan(crossed))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("characteristics[0].upper"));
    }

    private Inspection latest() {
        return room.command(() -> room.book.latest(QualityRoom.MACHINE.value(), InspectionKind.INCOMING)).orElseThrow();
    }
}
