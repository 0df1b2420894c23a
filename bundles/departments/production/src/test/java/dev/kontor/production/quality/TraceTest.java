package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machines;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.page.ComponentsPage;
import dev.kontor.production.quality.page.NonconformitiesPage;
import dev.kontor.production.quality.page.QualityPart;
import dev.kontor.store.unit.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.3: a quality file for each machine, traced in both directions (R-5.14)")
final class TraceTest {

    private static final Person INSPECTOR = new Person(new PersonId("ma"), "Ma", Set.of(Role.PRODUCTION_INSPECTOR), "zh-CN");

    @Parameter
    private Dialect dialect;

    private QualityRoom room;

    @BeforeEach
    void aMachineIsInspectedAndOneValueIsOut() {
        room = new QualityRoom(dialect);
        room.setAllPlans();
        room.pass(InspectionKind.INCOMING);
        room.present(InspectionKind.IN_PROCESS);
        room.inspect(InspectionKind.IN_PROCESS, 1, Map.of("value-1", "0.06", "value-2", "500", "value-3", "conforms"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aBatchIsFoundInItsMachineHoweverItIsTyped() {
        assertThat(rows("b-77A", INSPECTOR)).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo(Cell.link(Text.plain("CNC-500-2026-0001"), "machines/CNC-500-2026-0001"));
            assertThat(row.get(3)).isEqualTo(Cell.plain("Shanghai Spindle"));
        });
    }

    @Test
    void anotherBatchIsNot() {
        assertThat(rows("B-77", INSPECTOR)).isEmpty();
    }

    @Test
    void whoDoesNotSeeTheOrderDoesNotSeeItsMachine() {
        assertThat(rows("B-77 a", new Person(new PersonId("eve"), "Eve", Set.of(Role.AFTERSALES_ENGINEER), "en"))).isEmpty();
    }

    @Test
    void theMachinesFileHoldsInspectionsValuesComponentsAndNonconformities() {
        List<Block> file = room.command(() -> new QualityPart(room.blocks).show(room.machine(), INSPECTOR));

        assertThat(file).map(Block.Table.class::cast).extracting(table -> table.caption().key(), table -> table.rows().size())
                .containsExactly(
                        tuple("production.quality.inspections", 2),
                        tuple("production.quality.measured", 6),
                        tuple("production.quality.components", 1),
                        tuple("production.quality.nonconformities", 1),
                        tuple("production.quality.treatments", 0));
    }

    @Test
    void theListOfOpenNonconformitiesGoesOnWhereAPartEnded() {
        room.analyse(1, 1, "rework");
        Block.Table first = nonconformities(Map.of("rows", "1"));

        assertThat(first.rows()).hasSize(1);
        assertThat(first.next()).isEmpty();
        room.command(() -> room.quality.open(room.file, room.machine(), InspectionKind.FINAL, "noise"));
        Block.Table before = nonconformities(Map.of("rows", "1"));
        Block.Table after = nonconformities(Map.of("rows", "1", "after", before.next().substring(before.next().indexOf("after=") + 6)));

        assertThat(List.of(before.rows().get(0).get(3), after.rows().get(0).get(3)))
                .containsExactlyInAnyOrder(Cell.plain("flatness 0.06 (≤ 0.05 mm)"), Cell.plain("noise"));
        assertThat(after.next()).isEmpty();
    }

    @Test
    @DisplayName("R-5.13: goods that do not conform stand among them, for whoever sees their order")
    void goodsThatDoNotConformAreListedToo() {
        room.takenIn("B-78");
        room.inspectReceipt("ma", "1");

        assertThat(nonconformities(Map.of()).rows()).extracting(row -> row.get(1)).contains(Cell.plain("spindle B-78"));
        assertThat(nonconformities(new Person(new PersonId("eve"), "Eve", Set.of(Role.AFTERSALES_ENGINEER), "en"), Map.of()).rows()).isEmpty();
    }

    private Block.Table nonconformities(Map<String, String> parameters) {
        return nonconformities(INSPECTOR, parameters);
    }

    private Block.Table nonconformities(Person reader, Map<String, String> parameters) {
        Query query = new Query(reader, List.of(), parameters);
        return (Block.Table) room.command(() -> new NonconformitiesPage(room.book, new OnlyInspectorsSee(), new OnlyInspectorsSeeOrders()).show(query)).blocks().get(0);
    }

    private List<List<Cell>> rows(String batch, Person reader) {
        Query query = new Query(reader, List.of(), Map.of("words", batch));
        Block.Table table = (Block.Table) room.command(() -> new ComponentsPage(room.book, new OnlyInspectorsSee()).show(query)).blocks().get(1);
        return table.rows();
    }

    private final class OnlyInspectorsSeeOrders implements Orders {

        @Override
        public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
            return Optional.of(room.file.summary()).filter(summary -> reader.holds(Role.PRODUCTION_INSPECTOR));
        }

        @Override
        public Optional<Order> order(OrderNumber number, Person reader) {
            throw new UnsupportedOperationException("Nobody reads an order here.");
        }

        @Override
        public Optional<Order> order(OrderNumber number, int revision, Person reader) {
            throw new UnsupportedOperationException("Nobody reads an order here.");
        }

        @Override
        public List<Milestone> milestones(OrderNumber number, Person reader) {
            throw new UnsupportedOperationException("Nobody reads an order here.");
        }

        @Override
        public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
            throw new UnsupportedOperationException("Nobody lists orders here.");
        }

        @Override
        public List<Waiting> waiting(OrderNumber number, Person reader) {
            throw new UnsupportedOperationException("Nobody reads an order here.");
        }
    }

    private final class OnlyInspectorsSee implements Machines {

        @Override
        public Optional<Machine> machine(SerialNumber serial, Person reader) {
            return room.file.machines().stream()
                    .filter(each -> each.serial().equals(serial) && reader.holds(Role.PRODUCTION_INSPECTOR))
                    .findFirst();
        }

        @Override
        public List<Machine> beginning(String serial, int limit, Person reader) {
            return List.of();
        }
    }
}
