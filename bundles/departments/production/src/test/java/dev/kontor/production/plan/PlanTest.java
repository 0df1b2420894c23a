package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.lines;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.task.Task;
import dev.kontor.production.plan.book.ProductionPlan;
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
@DisplayName("Regulation 5.1: production is planned from delivery date and capacity (R-5.1, R-5.3)")
final class PlanTest {

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
    void aClearedOrderIsToBePlannedWithinOneWorkingDay() {
        FakeOrderFile file = room.arrived(anOrder().build());

        Task owed = file.openTasks(Planning.PLAN).get(0);
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_PLANNER);
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void operationsFollowEachOtherOverWorkingDays() {
        FakeOrderFile file = room.arrived(anOrder().build());

        room.make(file, plan(MONDAY.plusDays(3), operation(1, "milling", "MILL", "12"), operation(1, "assembly", "ASSEMBLY", "8")));

        assertThat(spans(file)).containsExactly("milling 2026-03-05 2026-03-06", "assembly 2026-03-06 2026-03-09");
        assertThat(standing(file).finishOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(file.openTasks(Planning.PLAN)).isEmpty();
    }

    @Test
    void eachMachineOfALineGetsItsOwnOperationsAndALotOne() {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), "2", "30.5"));
        Map<String, Object> values = plan(MONDAY, operation(1, "milling", "MILL", "8"), operation(2, "cutting", "ASSEMBLY", "4"));
        values.put("lots", List.of("2"));

        room.make(file, values);

        assertThat(spans(file)).containsExactly(
                "milling 2026-03-02 2026-03-02", "milling 2026-03-03 2026-03-03", "cutting 2026-03-02 2026-03-02");
    }

    @Test
    @DisplayName("R-5.1: what another order takes of a work centre is not free, and over-capacity is seen in the finish")
    void twoOrdersShareTheCapacity() {
        FakeOrderFile first = room.arrived(anOrder().numbered(1).build());
        FakeOrderFile second = room.arrived(anOrder().numbered(2).build());
        room.make(first, plan(MONDAY, operation(1, "milling", "MILL", "12")));

        room.make(second, plan(MONDAY, operation(1, "milling", "MILL", "12")));

        assertThat(spans(second)).containsExactly("milling 2026-03-03 2026-03-04");
    }

    @Test
    void aPlanThatLeavesTwoWorkingDaysBeforeDeliveryIsInTimeAndOneThatLeavesOneIsWarnedOf() {
        LocalDate delivery = LocalDate.of(2026, 3, 6);
        FakeOrderFile inTime = room.arrived(anOrder().numbered(1).deliveredOn(delivery).build());
        FakeOrderFile late = room.arrived(anOrder().numbered(2).deliveredOn(delivery).build());

        room.make(inTime, plan(LocalDate.of(2026, 3, 4), operation(1, "assembly", "ASSEMBLY", "8")));
        String said = room.make(late, plan(LocalDate.of(2026, 3, 5), operation(1, "milling", "MILL", "8"))).said().key();

        assertThat(passes(inTime)).isTrue();
        assertThat(passes(late)).isFalse();
        assertThat(said).isEqualTo("production.plan.saved-late");
        assertThat(room.read(() -> new PlanTab(room.book, room.delayBook).brief(late))).hasSize(1);
    }

    @Test
    @DisplayName("A changed plan keeps the version before, with who changed it and why")
    void aChangeKeepsTheVersionBefore() {
        FakeOrderFile file = room.arrived(anOrder().build());
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8")));

        Map<String, Object> values = plan(MONDAY.plusDays(1), operation(1, "milling", "MILL", "16"));
        values.put("reason", "harder steel");
        room.change(file, values);

        assertThat(room.read(() -> room.book.plans(file.number()))).extracting(ProductionPlan::number, ProductionPlan::finishOn, ProductionPlan::reason)
                .containsExactly(
                        tuple(2, LocalDate.of(2026, 3, 4), "harder steel"),
                        tuple(1, MONDAY, ""));
        assertThat(spans(file)).containsExactly("milling 2026-03-03 2026-03-04");
    }

    @Test
    void whatAPlanTookIsFreeAgainOnceItIsChanged() {
        FakeOrderFile first = room.arrived(anOrder().numbered(1).build());
        FakeOrderFile second = room.arrived(anOrder().numbered(2).build());
        room.make(first, plan(MONDAY, operation(1, "milling", "MILL", "8")));
        room.change(first, plan(MONDAY, operation(1, "assembly", "ASSEMBLY", "8")));

        room.make(second, plan(MONDAY, operation(1, "milling", "MILL", "8")));

        assertThat(spans(second)).containsExactly("milling 2026-03-02 2026-03-02");
    }

    @Test
    void everyFieldThatCannotBePlannedByIsNamed() {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), "1", "2.5", "1"));
        room.run(() -> room.capacity.centre("ASSEMBLY").orElseThrow().set("assembly", new BigDecimal("8.00"), true));
        Map<String, Object> values = plan(MONDAY.minusDays(1), operation(1, "milling", "MILL", "0"), operation(1, "milling", "MILL", "1.005"),
                operation(2, "cutting", "ASSEMBLY", "1"));
        values.put("materials", List.of(new Values(Map.of("name", "steel", "quantity", "-1", "unit", "t"))));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.make(file, values)).satisfies(refused ->
                assertThat(PlanRoom.gaps(refused)).containsExactly("start-on", "lots", "operations[0].hours", "operations[1].hours",
                        "operations[1].name", "operations[2].centre", "operations", "materials[0].quantity"));
    }

    @Test
    void theFormShowsWhatThePlanSays() {
        FakeOrderFile file = room.arrived(lines(anOrder().build(), "2"));
        Map<String, Object> values = plan(MONDAY.plusDays(1), operation(1, "milling", "MILL", "7.5"));
        values.put("materials", List.of(new Values(Map.of("line", "1", "name", "steel", "specification", "Q235", "quantity", "2", "unit", "t"))));
        room.make(file, values);

        Values shown = room.read(() -> room.changing().initial(file, Optional.empty()));

        assertThat(shown.rows("operations")).containsExactly(operation(1, "milling", "MILL", "7.5"));
        assertThat(shown.rows("materials")).singleElement().satisfies(row -> assertThat(row.text("needed-by")).isEqualTo("2026-03-03"));
        assertThat(shown.text("start-on")).isEqualTo("2026-03-03");
    }

    @Test
    @DisplayName("Regulation 5.2: a material keeps its key while it is the same, whatever else changes (R-5.7)")
    void aMaterialKeepsItsKey() {
        FakeOrderFile file = room.arrived(anOrder().build());
        Map<String, Object> values = plan(MONDAY, operation(1, "milling", "MILL", "8"));
        values.put("materials", List.of(new Values(Map.of("name", "steel", "quantity", "2", "unit", "t"))));
        room.make(file, values);
        Materials.Need before = room.read(() -> room.book.of(file.number())).get(0);

        values.put("materials", List.of(
                new Values(Map.of("name", "bolts", "quantity", "100", "unit", "pc", "needed-by", "2026-03-10")),
                new Values(Map.of("name", "steel", "quantity", "3", "unit", "t"))));
        room.change(file, values);

        List<Materials.Need> needs = room.read(() -> room.book.of(file.number()));
        assertThat(needs).extracting(Materials.Need::name).containsExactly("steel", "bolts");
        assertThat(needs.get(0).key()).isEqualTo(before.key());
        assertThat(needs.get(0).quantity()).isEqualByComparingTo("3");
    }

    @Test
    void aNewRevisionIsPlannedAgain() {
        FakeOrderFile file = room.arrived(anOrder().build());
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8")));

        file.revise(lines(anOrder().revised(2).build(), "2"));
        file.reach(MilestoneName.REVIEW_CLEARED);
        room.run(() -> room.planning.judge(file));

        assertThat(file.openTasks(Planning.PLAN)).hasSize(1);
        assertThatExceptionOfType(Refused.class).as("the plan is for the revision before").isThrownBy(() -> room.release(file, Map.of()));
    }

    private List<String> spans(FakeOrderFile file) {
        return room.read(() -> room.book.operations(file.number()).stream()
                .map(each -> each.name() + " " + each.plannedFirst() + " " + each.plannedLast())
                .toList());
    }

    private ProductionPlan standing(FakeOrderFile file) {
        return room.read(() -> room.book.plan(file.number())).orElseThrow();
    }

    private static boolean passes(FakeOrderFile file) {
        return file.decisions().stream()
                .filter(decision -> decision.point().equals(Planning.OWED))
                .flatMap(decision -> decision.all(Check.class).stream())
                .allMatch(Check::passed);
    }
}
