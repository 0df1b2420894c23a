package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
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
@DisplayName("Regulation 5.1: of a machine that is struck nothing is made any more (R-5.1, R-5.3)")
final class StrikeTest {

    private static final SerialNumber FIRST = new SerialNumber("CNC-500-2026-0001");

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
    @DisplayName("What was left of it is free for other orders, and what is left of the others stays where it is")
    void itTakesNothingOfTheWorkCentres() {
        FakeOrderFile file = released("2");

        strike(file);

        FakeOrderFile next = room.arrived(anOrder().numbered(2).build());
        room.make(next, plan(MONDAY, operation(1, "milling", "MILL", "8")));
        assertThat(operations(next)).extracting(PlannedOperation::expectedLast).containsExactly(MONDAY);
        assertThat(operations(file)).extracting(each -> each.piece() + " " + each.name() + " " + each.expectedLast())
                .containsExactly("2 milling " + MONDAY.plusDays(1), "2 assembly " + MONDAY.plusDays(2));
    }

    @Test
    @DisplayName("R-5.5: no report says how much of it is left")
    void nobodyIsAskedHowMuchOfItIsLeft() {
        FakeOrderFile file = released("1");
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
        strike(file);
        room.goOnTo(MONDAY.plusDays(3), file);

        room.report(file, Map.of());

        assertThat(room.read(() -> room.book.reports(file.number()))).hasSize(1);
    }

    @Test
    @DisplayName("R-5.4: a plan that waited for its release is made anew, with every step of the machine in its place")
    void theOneInItsPlaceIsMadeFromItsFirstStep() {
        FakeOrderFile file = released("1");
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
        room.report(file, Map.of("finished", room.steps(file, "milling"), "confirmed", "yes"));
        file.revise(lines(anOrder().revised(2).build(), "2"));
        room.run(() -> room.planning.judge(file));
        room.make(file, again());
        assertThat(operations(file)).filteredOn(PlannedOperation::isFinished).hasSize(1);

        strike(file);
        assertThat(file.openTasks(Planning.RELEASE)).isEmpty();
        room.make(file, again());
        room.release(file, Map.of());

        assertThat(file.machines()).hasSize(2);
        assertThat(operations(file)).extracting(each -> each.piece() + " " + each.name() + " " + each.isFinished())
                .containsExactly("1 milling false", "1 assembly false", "2 milling false", "2 assembly false");
        assertThat(room.read(() -> room.book.struck(FIRST))).as("its file").extracting(PlannedOperation::isFinished)
                .containsExactly(true, false);
    }

    @Test
    void howTheLineIsMadeStandsInTheFormOfThePlanThatIsOwed() {
        FakeOrderFile file = released("1");

        strike(file);

        assertThat(file.openTasks(Planning.PLAN)).hasSize(1);
        Values form = room.read(() -> room.changing().initial(file, Optional.empty()));
        assertThat(form.rows("operations")).extracting(row -> row.text("name")).containsExactly("milling", "assembly");
    }

    /** So many machines: eight hours of milling, then eight of assembly each. */
    private FakeOrderFile released(String machines) {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), machines));
        room.make(file, steps());
        room.release(file, Map.of());
        return file;
    }

    private static Map<String, Object> steps() {
        return plan(MONDAY, operation(1, "milling", "MILL", "8"), operation(1, "assembly", "ASSEMBLY", "8"));
    }

    private static Map<String, Object> again() {
        Map<String, Object> values = steps();
        values.put("reason", "as agreed");
        return values;
    }

    private void strike(FakeOrderFile file) {
        room.command(() -> new StrikeMachine(room.planning)
                .run(file, Optional.empty(), new Values(Map.of("serial", FIRST.value(), "reason", "one less"))));
    }

    private List<PlannedOperation> operations(FakeOrderFile file) {
        return room.read(() -> room.book.operations(file.number()));
    }
}
