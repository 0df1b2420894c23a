package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSort.By;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskFilter.Whose;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What order list and worklist promise, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListPromises {

    private static final TaskKind CHECK = new TaskKind("review.check");
    private static final Role CHECKER = new Role("review.checker");
    private static final Person ANNE = person("anne", CHECKER);
    private static final Person BERT = person("bert", CHECKER);

    private TestDesk desk;

    abstract StoreHarness store();

    private static Person person(String name, Role... roles) {
        return new Person(new PersonId(name), name, Set.of(roles), "en");
    }

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void empty() {
        desk.transactions.command(() -> {
            for (String table : List.of("order", "task", "word", "arrival", "delegation", "account", "account_role")) {
                desk.rows.run("delete from kernel_" + table);
            }
            return true;
        });
    }

    // orders

    private OrderNumber order(LocalDate signedOn, long total) {
        OrderNumber number = desk.register();
        desk.transactions.command(() -> desk.rows.run(
                "update kernel_order set signed_on = ?, total = ?, revision = 1 where number = ?", signedOn, total, number));
        return number;
    }

    private TaskId check(OrderNumber order, LocalDate eventDay, int within) {
        desk.act(order, file -> file.raise(NewTask.of(CHECK, CHECKER).until(deadline(eventDay, within))));
        return desk.task(order, CHECK);
    }

    private static Deadline deadline(LocalDate eventDay, int within) {
        return new Weekdays().deadline(eventDay, WorkingDays.of(within));
    }

    private List<OrderNumber> numbers(OrderFilter filter) {
        return pages(filter, OrderSort.NEWEST, 200, TestDesk.LINA);
    }

    /** Every page until the last, of that many rows each. */
    private List<OrderNumber> pages(OrderFilter filter, OrderSort sort, int limit, Person reader) {
        List<OrderNumber> found = new ArrayList<>();
        String after = "";
        do {
            Orders.Page page = desk.orders.list(filter, sort, after, limit, reader);
            page.orders().stream().map(OrderSummary::number).forEach(found::add);
            after = page.next();
        } while (!after.isEmpty());
        return found;
    }

    @Test
    void everySortPagesWithoutLosingOrRepeatingARowAlsoWhereKeysAreAlike() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        OrderNumber a = order(day, 500);
        OrderNumber b = order(day.minusDays(1), 700);
        OrderNumber c = order(day, 500);
        OrderNumber d = order(day, 600);
        check(b, day, 2);
        check(d, day, 1);
        for (int size : List.of(1, 2, 3, 4, 5)) {
            assertThat(pages(OrderFilter.ALL, OrderSort.NEWEST, size, TestDesk.LINA)).containsExactly(d, c, b, a);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.NUMBER, true), size, TestDesk.LINA)).containsExactly(a, b, c, d);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.SIGNED_ON, false), size, TestDesk.LINA)).containsExactly(d, c, a, b);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.SIGNED_ON, true), size, TestDesk.LINA)).containsExactly(b, a, c, d);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.TOTAL, false), size, TestDesk.LINA)).containsExactly(b, d, c, a);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.DUE, true), size, TestDesk.LINA)).containsExactly(d, b, a, c);
        }
    }

    @Test
    void totalsOfTwoCurrenciesAreNotComparedWithEachOther() {
        OrderNumber yuan = order(LocalDate.of(2026, 3, 2), 900);
        OrderNumber euro = order(LocalDate.of(2026, 3, 2), 100);
        OrderNumber more = order(LocalDate.of(2026, 3, 2), 1_000);
        OrderNumber same = order(LocalDate.of(2026, 3, 2), 900);
        desk.transactions.command(() -> desk.rows.run("update kernel_order set currency = 'EUR' where number = ?", euro));
        for (int size : List.of(1, 2, 3, 4, 5)) {
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.TOTAL, true), size, TestDesk.LINA)).containsExactly(yuan, same, more, euro);
            assertThat(pages(OrderFilter.ALL, new OrderSort(By.TOTAL, false), size, TestDesk.LINA)).containsExactly(euro, more, same, yuan);
        }
    }

    @Test
    void aPageSaysThatThereIsMoreOnlyWhenThereIs() {
        order(LocalDate.of(2026, 3, 2), 1);
        order(LocalDate.of(2026, 3, 2), 2);
        assertThat(desk.orders.list(OrderFilter.ALL, OrderSort.NEWEST, "", 2, TestDesk.LINA).next()).isEmpty();
        assertThat(desk.orders.list(OrderFilter.ALL, OrderSort.NEWEST, "", 1, TestDesk.LINA).next()).isNotEmpty();
    }

    @Test
    void aPlaceThatSomebodyMadeUpReadsFromTheStart() {
        OrderNumber order = order(LocalDate.of(2026, 3, 2), 1);
        for (String after : List.of("x", "1_", "2026-13-45_7", "...._1", "' or 1 = 1 --", "99999999999999999999_1", "CNY_1e99_1", "cny_1_1", "CNY_1_x", "CNY_1_1_1")) {
            for (By by : By.values()) {
                assertThat(desk.orders.list(OrderFilter.ALL, new OrderSort(by, false), after, 5, TestDesk.LINA).orders())
                        .as("%s %s", by, after)
                        .hasSizeLessThanOrEqualTo(1)
                        .allMatch(found -> found.number().equals(order));
            }
        }
    }

    @Test
    void theFirstAndTheLastDayOfAPeriodBelongToIt() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        OrderNumber order = order(day, 1);
        assertThat(numbers(OrderFilter.ALL.signed(Optional.of(day), Optional.of(day)))).containsExactly(order);
        assertThat(numbers(OrderFilter.ALL.signed(Optional.of(day.plusDays(1)), Optional.empty()))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.signed(Optional.empty(), Optional.of(day.minusDays(1))))).isEmpty();
    }

    @Test
    void anOrderIsLateFromTheInstantItsFirstDeadlineIsOver() {
        LocalDate today = desk.clock.today();
        OrderNumber order = order(today, 1);
        TaskId task = check(order, today, 0);
        Duration left = Duration.between(desk.clock.now(), deadline(today, 0).dueAt());
        desk.clock.pass(left.minusMillis(1));
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(true)))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(false)))).containsExactly(order);
        desk.clock.pass(Duration.ofMillis(1));
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(true)))).containsExactly(order);
        desk.act(order, file -> file.suspend(task, Text.plain("the customer owes an answer")));
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(true)))).as("its clock stands still").isEmpty();
        desk.act(order, file -> file.resume(task));
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(true)))).containsExactly(order);
        desk.act(order, file -> file.cancel(task, Text.plain("not owed")));
        assertThat(numbers(OrderFilter.ALL.late(Optional.of(true)))).isEmpty();
    }

    @Test
    void anOrderIsFoundByTheDepartmentAndTheRoleItWaitsOn() {
        OrderNumber waits = order(LocalDate.of(2026, 3, 2), 1);
        OrderNumber other = order(LocalDate.of(2026, 3, 2), 1);
        check(waits, desk.clock.today(), 1);
        assertThat(numbers(OrderFilter.ALL.waitingOn(Optional.of(new DepartmentId("review")), Optional.empty())))
                .containsExactly(waits);
        assertThat(numbers(OrderFilter.ALL.waitingOn(Optional.of(new DepartmentId("trade")), Optional.empty())))
                .as("by an open task, and by a file that has not been opened")
                .containsExactly(other, waits);
        assertThat(numbers(OrderFilter.ALL.waitingOn(Optional.empty(), Optional.of(CHECKER)))).containsExactly(waits);
        assertThat(numbers(OrderFilter.ALL.waitingOn(Optional.of(new DepartmentId("legal")), Optional.empty()))).isEmpty();
    }

    @Test
    void anOrderIsFoundByCustomerRepresentativeAndStage() {
        OrderNumber order = order(LocalDate.of(2026, 3, 2), 1);
        assertThat(numbers(OrderFilter.ALL.of(Set.of(new CustomerId("C-1"), new CustomerId("C-2"))))).containsExactly(order);
        assertThat(numbers(OrderFilter.ALL.of(Set.of(new CustomerId("C-2"))))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.by(Optional.of(new PersonId("lina"))))).containsExactly(order);
        assertThat(numbers(OrderFilter.ALL.by(Optional.of(new PersonId("zhao"))))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.standingOn(Optional.of(MilestoneName.ENTRY_REGISTERED)))).containsExactly(order);
        assertThat(numbers(OrderFilter.ALL.standingOn(Optional.of(MilestoneName.REVIEW_CLEARED)))).isEmpty();
    }

    @Test
    void noFilterShowsAnOrderToSomebodyWhoMayNotSeeIt() {
        order(LocalDate.of(2026, 3, 2), 1);
        Person other = person("other", Role.SALES_REP);
        OrderFilter theirs = OrderFilter.ALL.by(Optional.of(new PersonId("lina"))).matching("Customer One");
        assertThat(pages(theirs, new OrderSort(By.TOTAL, true), 10, other)).isEmpty();
        assertThat(pages(theirs, new OrderSort(By.TOTAL, true), 10, person("rules", Role.RULE_ADMINISTRATOR))).isEmpty();
        assertThat(pages(theirs, new OrderSort(By.TOTAL, true), 10, TestDesk.AUDITOR)).hasSize(1);
    }

    @Test
    void anOrderIsFoundByTheBeginningOfAWordByFullWidthDigitsAndByPairsOfCharacters() {
        OrderNumber order = desk.register();
        desk.act(order, file -> file.index("trade", "HT20260931 Maschinenbau Krüger 逾期交货违约金 VM-1060L"));
        for (String words : List.of("Krü", "krüger masch", "２０２６０９３１", "0931 ".strip(), "HT2026", "1060", "违约", "交货违约", "vm 1060l")) {
            boolean inside = words.equals("0931");
            assertThat(numbers(OrderFilter.ALL.matching(words))).as(words).isEqualTo(inside ? List.of() : List.of(order));
        }
        assertThat(numbers(OrderFilter.ALL.matching("krüger nobody"))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.matching("货交"))).isEmpty();
        assertThat(numbers(OrderFilter.ALL.matching("%"))).isEmpty();
    }

    // worklist

    private List<TaskId> tasks(Whose whose, Person person) {
        return desk.worklist.list(TaskFilter.ALL.of(whose), person, "", 200).items().stream()
                .map(item -> item.task().id())
                .toList();
    }

    private String hand(String command, Person person, TaskId... tasks) {
        List<Values> rows = List.of(tasks).stream().map(id -> new Values(Map.of("id", id.toString()))).toList();
        return desk.desk
                .submit(new Request(person, command, Optional.empty(), Optional.empty(), -1, new Values(Map.of("tasks", rows)),
                        UUID.randomUUID().toString()))
                .said()
                .toString();
    }

    @Test
    void theMostUrgentTaskComesFirstAndOneWhoseClockStandsStillLast() {
        LocalDate today = desk.clock.today();
        TaskId later = check(order(today, 1), today, 5);
        TaskId late = check(order(today, 1), today.minusDays(14), 1);
        OrderNumber held = order(today, 1);
        TaskId still = check(held, today.minusDays(14), 1);
        desk.act(held, file -> file.suspend(still, Text.plain("waits")));
        assertThat(tasks(Whose.ALL, ANNE)).containsExactly(late, later, still);
        String after = "";
        List<TaskId> oneByOne = new ArrayList<>();
        do {
            Worklist.Slice slice = desk.worklist.list(TaskFilter.ALL, ANNE, after, 1);
            slice.items().forEach(item -> oneByOne.add(item.task().id()));
            after = slice.next();
        } while (!after.isEmpty());
        assertThat(oneByOne).containsExactly(late, later, still);
        assertThat(desk.worklist.list(TaskFilter.ALL.due(TaskFilter.When.LATE), ANNE, "", 10).items())
                .extracting(item -> item.task().id())
                .containsExactly(late);
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(1, 0, 3));
    }

    @Test
    void whatOnePersonTakesNobodyElseInTheRoleHasToLookAt() {
        TaskId task = check(order(desk.clock.today(), 1), desk.clock.today(), 2);
        assertThat(hand("tasks/take", ANNE, task)).contains("kernel.tasks.was-taken");
        assertThat(tasks(Whose.HELD, ANNE)).containsExactly(task);
        assertThat(tasks(Whose.ALL, BERT)).isEmpty();
        assertThat(tasks(Whose.COLLEAGUES, BERT)).containsExactly(task);
        hand("tasks/give-back", ANNE, task);
        assertThat(tasks(Whose.ROLES, BERT)).containsExactly(task);
        assertThat(tasks(Whose.HELD, ANNE)).isEmpty();
    }

    @Test
    void aColleagueTakesOverWhatWasTakenButNotWhatWasGivenToSomebodyByName() {
        OrderNumber order = order(desk.clock.today(), 1);
        TaskId task = check(order, desk.clock.today(), 2);
        hand("tasks/take", ANNE, task);
        hand("tasks/take", BERT, task);
        assertThat(tasks(Whose.HELD, BERT)).containsExactly(task);
        desk.act(order, file -> file.assign(task, ANNE.id()));
        assertThat(hand("tasks/take", BERT, task)).contains("was-taken-but");
        assertThat(hand("tasks/give-back", ANNE, task)).as("it is hers by name").contains("was-given-back-but");
        assertThat(tasks(Whose.HELD, ANNE)).containsExactly(task);
    }

    @Test
    void severalAreTakenAtOnceAndThoseThatCannotBeAreLeft() {
        TaskId one = check(order(desk.clock.today(), 1), desk.clock.today(), 2);
        TaskId two = check(order(desk.clock.today(), 1), desk.clock.today(), 3);
        OrderNumber over = order(desk.clock.today(), 1);
        TaskId done = check(over, desk.clock.today(), 3);
        desk.act(over, file -> file.cancel(done, Text.plain("not owed")));
        String said = hand("tasks/take", ANNE, two, done, one);
        assertThat(said).contains("was-taken-but", "[2, 1]");
        assertThat(tasks(Whose.HELD, ANNE)).containsExactly(one, two);
        assertThat(hand("tasks/take", person("lina", Role.SALES_REP), one)).contains("was-taken-but", "[0, 1]");
    }

    @Test
    void whoStandsInSeesTheWorkOfTheOtherWhileItLasts() {
        OrderNumber order = order(desk.clock.today(), 1);
        TaskId task = check(order, desk.clock.today(), 2);
        desk.act(order, file -> file.raise(NewTask.of(TradeDepartment.SIGN, Role.SALES_REP).heldBy(new PersonId("lina"))));
        Person deputy = person("deputy", Role.SALES_REP);
        assertThat(tasks(Whose.DELEGATED, deputy)).isEmpty();
        desk.lend("lina", "deputy", desk.clock.today(), desk.clock.today());
        assertThat(desk.worklist.list(TaskFilter.ALL.of(Whose.DELEGATED), deputy, "", 10).items())
                .extracting(item -> item.task().kind())
                .containsOnly(TradeDepartment.SIGN)
                .hasSize(2);
        assertThat(tasks(Whose.ALL, deputy)).hasSize(2).doesNotContain(task);
        assertThat(tasks(Whose.ROLES, deputy)).as("a lent role is not their own").isEmpty();
    }

    @Test
    void theWorklistIsNarrowedByKindDepartmentAndCustomer() {
        TaskId task = check(order(desk.clock.today(), 1), desk.clock.today(), 2);
        for (TaskFilter fits : List.of(
                TaskFilter.ALL.ofKind(Optional.of(CHECK)), TaskFilter.ALL.raisedBy(Optional.of(new DepartmentId("review"))),
                TaskFilter.ALL.about(Set.of(new CustomerId("C-1"))))) {
            assertThat(desk.worklist.list(fits, ANNE, "", 10).items()).as("%s", fits).extracting(item -> item.task().id()).containsExactly(task);
        }
        for (TaskFilter not : List.of(
                TaskFilter.ALL.ofKind(Optional.of(TradeDepartment.SIGN)), TaskFilter.ALL.raisedBy(Optional.of(new DepartmentId("legal"))),
                TaskFilter.ALL.about(Set.of(new CustomerId("C-2"))), TaskFilter.ALL.due(TaskFilter.When.TODAY))) {
            assertThat(desk.worklist.list(not, ANNE, "", 10).items()).as("%s", not).isEmpty();
        }
        assertThat(desk.worklist.kinds(ANNE)).containsExactly(CHECK);
    }

    @Test
    void ofEachOrderTheMostUrgentTaskIsNamedToWhoMaySeeTheOrder() {
        OrderNumber order = order(desk.clock.today(), 1);
        check(order, desk.clock.today(), 2);
        assertThat(desk.worklist.mostUrgent(List.of(order), TestDesk.LINA)).hasEntrySatisfying(order,
                item -> assertThat(item.task().kind()).isEqualTo(CHECK));
        assertThat(desk.worklist.mostUrgent(List.of(order), person("other", Role.SALES_REP))).isEmpty();
        assertThat(desk.worklist.owing()).containsExactlyInAnyOrder(CHECKER, Role.SALES_REP);
    }

    @Test
    void aTaskIsLateByOneWorkingDayAtLeastAlsoOnADayOff() {
        LocalDate friday = LocalDate.of(2026, 3, 6);
        check(order(friday, 1), friday.minusDays(1), 1);
        Duration untilSaturday = Duration.between(desk.clock.now(), deadline(friday, 0).dueAt());
        desk.clock.pass(untilSaturday);
        Worklist.Item item = desk.worklist.list(TaskFilter.ALL, ANNE, "", 1).items().get(0);
        assertThat(item.workingDaysLeft()).isEqualTo(-1);
        assertThat(item.late()).isTrue();
        desk.clock.pass(untilSaturday.negated());
    }

    @Test
    void takingIsInTheOrdersJournal() {
        OrderNumber order = order(desk.clock.today(), 1);
        TaskId task = check(order, desk.clock.today(), 2);
        hand("tasks/take", ANNE, task);
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 1, TestDesk.AUDITOR)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("task.taken");
            assertThat(entry.by()).isEqualTo(ANNE.id());
        });
        desk.act(order, file -> file.complete(desk.task(order, TradeDepartment.SIGN), Outcome.of("signed")));
    }
}
