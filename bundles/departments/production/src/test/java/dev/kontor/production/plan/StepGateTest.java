package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.1, 5.3: no step of a machine is done before the inspections that come before it (R-5.4, R-5.11)")
final class StepGateTest {

    private PlanRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void threeStepsOfTwoMachines() {
        room = new PlanRoom(Dialect.DERBY);
        file = room.arrived(lines(anOrder().build(), "2"));
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "2"), operation(1, "assembly", "ASSEMBLY", "2"),
                operation(1, "painting", "MILL", "2")));
        room.release(file, Map.of());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void beforeTheIncomingInspectionTheFirstIsNot() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> report("milling")).satisfies(refused -> {
            assertThat(refused.gaps()).hasSize(2).allSatisfy(gap -> {
                assertThat(gap.field()).isEqualTo("finished");
                assertThat(gap.message().key()).isEqualTo("production.quality.step-before");
            });
            assertThat(refused.gaps().get(0).message().arguments()).contains(Text.of("production.quality.kind.incoming"));
        });
        assertThat(finished()).isEmpty();

        room.passed(file, InspectionKind.INCOMING);
        report("milling");

        assertThat(finished()).containsExactly("milling", "milling");
    }

    @Test
    void betweenIncomingAndInProcessInspectionAllButTheLastAre() {
        room.passed(file, InspectionKind.INCOMING);
        report("milling", "assembly");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> report("painting")).satisfies(refused ->
                assertThat(refused.gaps().get(0).message().arguments()).contains(Text.of("production.quality.kind.in-process")));
        room.passed(file, InspectionKind.IN_PROCESS);
        report("painting");

        assertThat(finished()).hasSize(6);
    }

    @Test
    @DisplayName("R-5.13: nor while something of the machine does not conform")
    void ofAMachineThatDoesNotConformNoneIs() {
        room.passed(file, InspectionKind.INCOMING);
        Nonconformity found = new Nonconformity(file.machines().get(0), InspectionKind.INCOMING, 1, "a crack", "ma", file.now());
        room.run(() -> room.qualityBook.keep(found));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> report("milling")).satisfies(refused ->
                assertThat(refused.gaps()).extracting(gap -> gap.message().key()).containsExactly("production.quality.still-open"));
        room.run(() -> room.qualityBook.nonconformities(file.number()).forEach(each -> each.close(State.CONFORMING, file.now())));
        report("milling");

        assertThat(finished()).hasSize(2);
    }

    @Test
    @DisplayName("R-5.13: what the final inspection found stops no step that was planned since")
    void ofAMachineThatTheFinalInspectionFailedAllAre() {
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
        Nonconformity found = new Nonconformity(file.machines().get(0), InspectionKind.FINAL, 1, "a scratch", "ma", file.now());
        room.run(() -> room.qualityBook.keep(found));

        report("milling", "assembly", "painting");

        assertThat(finished()).hasSize(6);
    }

    @Test
    void ofAMachineWithoutASerialNumberNoneIs() {
        room.passed(file, InspectionKind.INCOMING);
        SerialNumber struck = file.machines().get(1).serial();
        room.run(() -> room.book.pieces(file.number()).stream()
                .filter(piece -> piece.serial().filter(struck::equals).isPresent())
                .forEach(piece -> piece.giveUp()));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> report("milling")).satisfies(refused ->
                assertThat(refused.gaps()).extracting(gap -> gap.message().key()).containsExactly("production.plan.step-unnumbered"));
    }

    @Test
    void aMachineThatPassedStaysAsItWasMadeWhenThePlanChanges() {
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
        report("milling", "assembly", "painting");
        file.reach(file.machines().get(0).serial(), MilestoneName.PRODUCTION_FINISHED, MONDAY);
        Map<String, Object> changed = plan(MONDAY, operation(1, "milling", "MILL", "2"), operation(1, "packing", "MILL", "2"));
        changed.put("reason", "packed at the works");

        room.change(file, changed);

        assertThat(room.read(() -> room.book.operations(file.number())))
                .extracting(each -> each.piece() + " " + each.name() + " " + each.isFinished())
                .containsExactly("1 milling true", "1 assembly true", "1 painting true", "2 milling true", "2 packing false");
    }

    private void report(String... steps) {
        room.report(file, Map.of("finished", room.steps(file, steps), "confirmed", "yes"));
    }

    private List<String> finished() {
        return room.read(() -> room.book.operations(file.number()).stream()
                .filter(PlannedOperation::isFinished)
                .map(PlannedOperation::name)
                .toList());
    }
}
