package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.3: presenting a machine to each of its inspections is somebody's task, in time (R-5.11)")
final class PresentTest {

    private static final TaskKind PRESENT = new TaskKind("production.present");
    private static final String FIRST = "CNC-500-2026-0001";
    private static final String SECOND = "CNC-500-2026-0002";
    private static final Values[] STEPS = {
        operation(1, "milling", "MILL", "2"), operation(1, "assembly", "ASSEMBLY", "2"), operation(1, "painting", "MILL", "2")
    };

    @Parameter
    private Dialect dialect;

    private PlanRoom room;

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest(name = "begun {0} days after a Monday: presented by {1}")
    @CsvSource({"0, 2026-03-03", "2, 2026-03-03", "3, 2026-03-04", "7, 2026-03-06"})
    @DisplayName("to the incoming one before its first step, and no sooner than a working day after something came")
    void whatCameIsPresentedBeforeTheFirstStep(int days, LocalDate by) {
        FakeOrderFile file = released("1", MONDAY.plusDays(days));
        assertThat(owed(file)).as("nothing has come").isEmpty();

        room.came(file);

        Task owed = file.task(PRESENT, FIRST + " present incoming");
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(by);
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_PLANNER);
    }

    @Test
    @DisplayName("before the day to which another plan moves the first step, whether sooner or later; days that pass move nothing")
    void itIsPresentedBeforeTheStepAsThePlanHasIt() {
        FakeOrderFile file = released("1", MONDAY.plusDays(7));
        room.came(file);
        assertThat(due(file)).isEqualTo(MONDAY.plusDays(4));

        room.change(file, plan(MONDAY.plusDays(14), STEPS));
        assertThat(due(file)).isEqualTo(MONDAY.plusDays(11));
        room.change(file, plan(MONDAY.plusDays(3), STEPS));
        assertThat(due(file)).isEqualTo(MONDAY.plusDays(2));

        room.goOnTo(MONDAY.plusDays(7), file);
        room.heard(file);
        assertThat(due(file)).isEqualTo(MONDAY.plusDays(2));
    }

    private static LocalDate due(FakeOrderFile file) {
        return file.task(PRESENT, FIRST + " present incoming").deadline().orElseThrow().lastDay();
    }

    @Test
    @DisplayName("with the release, if something came before it")
    void whatCameBeforeTheReleaseIsOwedWithIt() {
        FakeOrderFile file = planned("1", MONDAY);
        room.came(file);
        assertThat(owed(file)).isEmpty();

        room.release(file, Map.of());

        assertThat(owed(file)).containsExactly(FIRST + " present incoming");
    }

    @Test
    @DisplayName("to the in-process one when its last step alone is left, to the final one when none is")
    void theOthersFollowTheSteps() {
        FakeOrderFile file = released("1", MONDAY);
        room.came(file);
        room.passed(file, InspectionKind.INCOMING);
        room.heard(file);
        assertThat(owed(file)).as("presented").isEmpty();

        report(file, "milling");
        assertThat(owed(file)).as("two steps are left").isEmpty();
        report(file, "assembly");
        assertThat(owed(file)).containsExactly(FIRST + " present in-process");
        assertThat(file.task(PRESENT, FIRST + " present in-process").deadline().orElseThrow().lastDay()).isEqualTo(MONDAY.plusDays(1));

        room.passed(file, InspectionKind.IN_PROCESS);
        room.heard(file);
        assertThat(owed(file)).isEmpty();
        report(file, "painting");
        assertThat(owed(file)).containsExactly(FIRST + " present");
    }

    @Test
    @DisplayName("but not while all that came is blamed for what was found of another")
    void ofABatchInDoubtNoMachineIsPresented() {
        FakeOrderFile file = released("2", MONDAY);
        Delivery batch = room.came(file);
        assertThat(owed(file)).containsExactlyInAnyOrder(FIRST + " present incoming", SECOND + " present incoming");
        room.run(() -> {
            Nonconformity found = new Nonconformity(file.machines().get(0), InspectionKind.INCOMING, 1, "a crack", "ma", file.now());
            found.blame(batch);
            room.qualityBook.keep(found);
        });
        room.heard(file);
        assertThat(owed(file)).isEmpty();

        room.run(() -> room.qualityBook.nonconformities(file.number()).forEach(each -> each.close(State.CONFORMING, file.now())));
        room.heard(file);

        assertThat(owed(file)).contains(SECOND + " present incoming");
    }

    private FakeOrderFile released(String machines, LocalDate start) {
        FakeOrderFile file = planned(machines, start);
        room.release(file, Map.of());
        return file;
    }

    private FakeOrderFile planned(String machines, LocalDate start) {
        room = new PlanRoom(dialect);
        FakeOrderFile file = room.arrived(lines(anOrder().build(), machines));
        room.make(file, plan(start, STEPS));
        return file;
    }

    private void report(FakeOrderFile file, String step) {
        room.report(file, Map.of("finished", room.steps(file, step), "confirmed", "yes"));
    }

    private static List<String> owed(FakeOrderFile file) {
        return file.openTasks(PRESENT).stream().map(Task::subject).toList();
    }
}
