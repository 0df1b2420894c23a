package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.1: the plan on the order's page and in the machine's file (R-5.3)")
final class PlanTabTest {

    private PlanRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new PlanRoom(Dialect.DERBY);
        file = room.arrived(lines(anOrder().build(), "2"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void beforeAnythingIsPlannedThereIsNoTab() {
        assertThat(show()).isEmpty();
    }

    @Test
    void eachStepIsShownAgainstItsPlan() {
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8"), operation(1, "assembly", "ASSEMBLY", "8")));
        room.release(file, Map.of());
        room.passed(file, InspectionKind.INCOMING);
        room.goOnTo(MONDAY.plusDays(2), file);
        Values left = new Values(Map.of("operation", room.steps(file, "assembly").get(0), "hours", "8"));
        room.report(file, Map.of("finished", room.steps(file, "milling"), "confirmed", "yes", "left", List.of(left)));

        List<Block.Bar> bars = show().stream().filter(Block.Schedule.class::isInstance).map(Block.Schedule.class::cast).toList().get(0).bars();

        assertThat(bars).extracting(Block.Bar::tone)
                .as("first machine: milled two days late, assembled late; second: milled a day late, assembled a day late")
                .containsExactly(Tone.WARNING, Tone.BAD, Tone.WARNING, Tone.BAD);
    }

    @Test
    void theMachinesFileHoldsItsOwnOperationsOnly() {
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8")));
        room.release(file, Map.of());

        List<Block> part = room.read(() -> new MachineOperations(room.book, room.clock()).show(file.machines().get(1), file.actor()));

        assertThat(part).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.rows()).hasSize(1);
            assertThat(table.rows().get(0).get(2)).isEqualTo(new Cell.Day(MONDAY.plusDays(1)));
        });
    }

    private List<Block> show() {
        return room.read(() -> new PlanTab(room.book, room.delayBook).show(file));
    }
}
