package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.capacity.SetWorkCentre;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.1: what is made by when, and how full the work centres are (R-5.1, R-5.3)")
final class CapacityPageTest {

    private static final Person PLANNER = new Person(new PersonId("qian"), "qian", Set.of(Role.PRODUCTION_PLANNER), "en");
    private static final Person HEAD = new Person(new PersonId("chen"), "chen", Set.of(Role.SALES_HEAD), "en");

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
    void theScheduleShowsEachOrderAtItsWorkCentre() {
        planned(1, "12");
        planned(2, "4");

        List<Block.Bar> bars = block(show(HEAD, Map.of()), Block.Schedule.class, 0).bars();

        assertThat(bars).extracting(bar -> bar.lane().arguments().get(0) + " " + bar.name().arguments().get(0) + " " + bar.first() + " " + bar.last())
                .containsExactly("MILL SO-2026-00001 2026-03-02 2026-03-03", "MILL SO-2026-00002 2026-03-03 2026-03-03");
    }

    @Test
    void aVersionThatWasReplacedIsNotScheduled() {
        FakeOrderFile file = planned(1, "8");
        Map<String, Object> values = plan(MONDAY, operation(1, "assembly", "ASSEMBLY", "8"));
        values.put("reason", "bought in");
        room.change(file, values);

        assertThat(block(show(HEAD, Map.of()), Block.Schedule.class, 0).bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.lane().arguments().get(0)).isEqualTo("ASSEMBLY"));
    }

    @Test
    void theLoadIsAShareOfTheWeeksHoursAndMoreThanAllOfThemIsSaid() {
        planned(1, "42");

        assertThat(loads().subList(0, 3)).containsExactly(
                Text.of("production.plan.percent", 100), Text.of("production.plan.percent", 5), Text.of("production.plan.percent", 0));

        room.centre("MILL", "7.99");
        assertThat(loads().get(0).key()).isEqualTo("production.plan.overloaded");
    }

    @Test
    void ordersComeInPartsTheFirstToBeReadyFirst() {
        planned(1, "8");
        planned(2, "8");
        planned(3, "8");

        Block.Table first = block(show(HEAD, Map.of("rows", "2")), Block.Table.class, 0);
        String after = first.next().substring(first.next().indexOf("after=") + 6);
        Block.Table second = block(show(HEAD, Map.of("rows", "2", "after", after)), Block.Table.class, 0);

        assertThat(orders(first)).containsExactly("SO-2026-00001", "SO-2026-00002");
        assertThat(orders(second)).containsExactly("SO-2026-00003");
        assertThat(second.next()).isEmpty();
    }

    @Test
    @DisplayName("R-5.3: an order whose machines are finished leaves the page, confirmed or not, and its hours are free; reworked it is back")
    void aFinishedOrderLeavesThePage() {
        FakeOrderFile file = planned(1, "12");
        planned(2, "4");

        file.reach(MilestoneName.PRODUCTION_FINISHED);
        room.run(() -> room.planning.settle(file));

        assertThat(shownOrders()).containsExactly("SO-2026-00002");
        assertThat(bars()).containsExactly("SO-2026-00002");
        assertThat(loads().get(0)).isEqualTo(Text.of("production.plan.percent", 10));
        assertThat(file.openTasks(Finished.PROGRESS)).isEmpty();

        file.withdraw(MilestoneName.PRODUCTION_FINISHED, Text.plain("reworked"));
        room.run(() -> room.planning.settle(file));

        assertThat(shownOrders()).containsExactly("SO-2026-00001", "SO-2026-00002");
        assertThat(bars()).containsExactly("SO-2026-00001", "SO-2026-00002");
        assertThat(loads().get(0)).isEqualTo(Text.of("production.plan.percent", 40));
    }

    private List<String> shownOrders() {
        return orders(block(show(HEAD, Map.of()), Block.Table.class, 0)).stream().sorted().toList();
    }

    private List<String> bars() {
        return block(show(HEAD, Map.of()), Block.Schedule.class, 0).bars().stream()
                .map(bar -> bar.name().arguments().get(0).toString())
                .sorted()
                .toList();
    }

    @Test
    void whoOwesSomethingSeesItFirst() {
        Block.Table owed = block(show(PLANNER, Map.of()), Block.Table.class, 0);

        assertThat(owed.rows()).containsExactly(List.of(
                Cell.link(Text.of("task.production.plan"), "orders/SO-2026-00001?task=00000000-0000-0000-0000-000000000001"),
                Cell.plain("SO-2026-00001"), Cell.plain("Huadong Machinery"), new Cell.Due(MONDAY.plusDays(1), 1, false)));
        assertThat(show(HEAD, Map.of()).blocks().get(0)).isNotEqualTo(owed);
    }

    @Test
    void whoPlansMayEnterAWorkCentreAndNobodyElseIsShownHow() {
        assertThat(show(PLANNER, Map.of()).actions()).hasSize(1);
        assertThat(show(HEAD, Map.of()).actions()).isEmpty();
        assertThat(show(PLANNER, Map.of(), "MILL").blocks()).hasAtLeastOneElementOfType(Block.Ask.class);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> show(PLANNER, Map.of(), "NOWHERE"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }

    @Test
    void aWorkCentreIsEnteredOnceAndHasHours() {
        assertThat(refusedAt(Map.of("code", "mill", "name", "Mill", "capacity", "8"))).containsExactly("code");
        assertThat(refusedAt(Map.of("code", "铣", "name", "Mill", "capacity", "8"))).containsExactly("code");
        assertThat(refusedAt(Map.of("code", "NEW", "name", "Mill", "capacity", "0"))).containsExactly("capacity");
        assertThat(refusedAt(Map.of("code", "NEW", "name", "Mill", "capacity", "0.001"))).containsExactly("capacity");

        enter(Map.of("code", "new-1", "name", "Mill", "capacity", "0.01"));
        assertThat(room.read(() -> room.capacity.centre("NEW-1"))).isPresent();
    }

    private List<String> refusedAt(Map<String, Object> values) {
        try {
            enter(values);
            return List.of();
        } catch (Refused refused) {
            return PlanRoom.gaps(refused);
        }
    }

    private void enter(Map<String, Object> values) {
        FakeCompanyFile company = new FakeCompanyFile(MONDAY, RuleBook.of(List.of(Path.of(".")))).as("qian", Role.PRODUCTION_PLANNER);
        room.command(() -> new SetWorkCentre(room.capacity).run(company, new Values(values)));
    }

    private FakeOrderFile planned(long number, String hours) {
        FakeOrderFile file = room.arrived(anOrder().numbered(number).build());
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", hours)));
        return file;
    }

    private View show(Person reader, Map<String, String> parameters, String... tail) {
        CapacityPage page = new CapacityPage(
                room.book, new WeekLoads(room.capacity, room.calendar), new OwedTasks(new OneTask(reader)), room.clock());
        return room.read(() -> page.show(new Query(reader, List.of(tail), parameters)));
    }

    /** Of the mill, this week first. */
    private List<Text> loads() {
        List<Cell> mill = block(show(HEAD, Map.of()), Block.Table.class, 1).rows().get(1);
        return mill.subList(2, mill.size()).stream()
                .map(cell -> cell instanceof Cell.Badge badge ? badge.text() : ((Cell.Words) cell).text())
                .toList();
    }

    /** The planner owes one plan, by Tuesday. */
    private record OneTask(Person reader) implements Worklist {

        @Override
        public Slice list(TaskFilter filter, Person person, String after, int limit) {
            Task task = new Task(new TaskId(new UUID(0, 1)), OrderNumber.of(2026, 1), Planning.PLAN, "", Role.PRODUCTION_PLANNER,
                    Optional.empty(), Instant.EPOCH, Optional.of(new WeekdayCalendar().deadline(MONDAY, WorkingDays.of(1))), Optional.empty(), "", 1);
            boolean asked = filter.department().filter(each -> each.value().equals("production")).isPresent();
            return new Slice(asked && reader.equals(PLANNER) ? List.of(new Item(task, "Huadong Machinery", 1, false)) : List.of(), "");
        }

        @Override
        public Count count(Person person) {
            return new Count(0, 0, 0);
        }

        @Override
        public List<TaskKind> kinds(Person person) {
            return List.of();
        }

        @Override
        public Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> orders, Person asking) {
            return Map.of();
        }

        @Override
        public Set<Role> owing() {
            return Set.of();
        }

        @Override
        public Optional<Task> task(TaskId id, Person asking) {
            return Optional.empty();
        }
    }

    private static List<String> orders(Block.Table table) {
        return table.rows().stream().map(row -> ((Cell.Link) row.get(0)).text().arguments().get(0).toString()).toList();
    }

    private static <B extends Block> B block(View view, Class<B> kind, int which) {
        return view.blocks().stream().filter(kind::isInstance).map(kind::cast).toList().get(which);
    }
}
