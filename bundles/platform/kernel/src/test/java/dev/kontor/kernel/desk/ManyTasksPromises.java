package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskFilter.Whose;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A worklist is put together from several stretches, and paged through all of them at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManyTasksPromises {

    private static final Role CHECKER = new Role("review.checker");
    private static final Role SOLVER = new Role("review.solver");
    private static final Role SPARE = Role.SALES_REP;
    private static final Person ANNE =
            new Person(new PersonId("anne"), "Anne", Set.of(CHECKER, SOLVER, SPARE), "en");

    private TestDesk desk;
    private OrderNumber order = new OrderNumber("SO-2026-00001");
    private int raised;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        order = desk.register();
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void empty() {
        desk.transactions.command(() -> {
            for (String table : List.of("task", "delegation", "account", "account_role")) {
                desk.rows.run("delete from kernel_" + table);
            }
            return true;
        });
    }

    /** @param holder empty for a task that is free */
    private TaskId task(Role role, String holder, int within) {
        TaskKind kind = new TaskKind("review.check-" + (char) ('a' + raised / 26) + (char) ('a' + raised++ % 26));
        NewTask task = NewTask.of(kind, role).until(deadline(within));
        desk.act(order, file -> file.raise(holder.isEmpty() ? task : task.heldBy(new PersonId(holder))));
        return desk.task(order, kind);
    }

    private Deadline deadline(int within) {
        return new Weekdays().deadline(desk.clock.today(), WorkingDays.of(within));
    }

    private TaskId still(TaskId task, long since) {
        desk.transactions.command(() -> desk.rows.run("update kernel_task set suspended_at = ? where id = ?", since, task));
        return task;
    }

    private TaskId neverDue(TaskId task) {
        desk.transactions.command(() -> desk.rows.run(
                "update kernel_task set due_at = ?, last_day = '9999-12-31' where id = ?", Long.MAX_VALUE, task));
        return task;
    }

    private static List<TaskId> byId(TaskId... tasks) {
        return List.of(tasks).stream().sorted(Comparator.comparing(TaskId::toString)).toList();
    }

    private List<TaskId> pages(TaskFilter filter, int limit) {
        List<TaskId> found = new ArrayList<>();
        String after = "";
        do {
            Worklist.Slice slice = desk.worklist.list(filter, ANNE, after, limit);
            assertThat(slice.items()).as("no page but the first of nothing is empty").hasSizeGreaterThan(after.isEmpty() ? -1 : 0);
            slice.items().forEach(item -> found.add(item.task().id()));
            after = slice.next();
        } while (!after.isEmpty());
        return found;
    }

    @Test
    void noPageLosesOrRepeatsATaskWhereSeveralStretchesHaveTheSameDeadline() {
        desk.lend("bert", "anne", desk.clock.today(), desk.clock.today());
        TaskId first = task(SOLVER, "", 1);
        List<TaskId> alike = byId(task(CHECKER, "anne", 2), task(CHECKER, "", 2), task(SOLVER, "", 2), task(SPARE, "bert", 2),
                task(SPARE, "", 2), task(CHECKER, "anne", 2));
        TaskId later = task(CHECKER, "anne", 3);
        List<TaskId> never = byId(neverDue(task(CHECKER, "", 1)), neverDue(task(SOLVER, "anne", 1)));
        TaskId stillLong = still(task(CHECKER, "", 9), 1_000);
        List<TaskId> still = byId(still(task(CHECKER, "", 4), 2_000), still(task(CHECKER, "anne", 4), 2_000));
        task(CHECKER, "bert", 2);
        task(new Role("review.other"), "", 2);
        List<TaskId> all = new ArrayList<>(List.of(first));
        all.addAll(alike);
        all.add(later);
        all.addAll(never);
        all.add(stillLong);
        all.addAll(still);
        for (int limit = 1; limit <= all.size() + 1; limit++) {
            assertThat(pages(TaskFilter.ALL, limit)).as("%d a page", limit).isEqualTo(all);
        }
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(0, 0, all.size()));
        assertThat(desk.worklist.kinds(ANNE)).hasSize(all.size());
    }

    @Test
    void whoHasAThousandTasksIsToldOfAThousandHoweverManyThereAre() {
        TaskId held = task(CHECKER, "anne", 2);
        again(held, 998);
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(0, 0, 999));
        again(held, 1);
        assertThat(desk.worklist.count(ANNE).open()).isEqualTo(Worklist.Count.MOST);
        task(CHECKER, "", 2);
        task(SOLVER, "", 2);
        assertThat(desk.worklist.count(ANNE).open()).isEqualTo(Worklist.Count.MOST);
        assertThat(desk.worklist.kinds(ANNE)).hasSize(3);
    }

    private void again(TaskId task, int times) {
        String rest = "order_number, kind, subject, task_role, holder, opened_at, event_day, within_days, last_day, due_at, provisional,"
                + " calendar, suspended_at, decision, judged, asked, version";
        desk.transactions.command(() -> {
            for (int i = 0; i < times; i++) {
                desk.rows.run("insert into kernel_task (id, " + rest + ") select cast(? as char(36)), " + rest
                        + " from kernel_task where id = ?", new TaskId(UUID.randomUUID()), task);
            }
            return true;
        });
    }

    @Test
    void whoIsNamedByADelegationOfTheirOwnSeesATaskOnce() {
        desk.lend("anne", "anne", desk.clock.today(), desk.clock.today());
        TaskId task = task(SPARE, "anne", 2);
        assertThat(pages(TaskFilter.ALL, 10)).containsExactly(task);
        assertThat(desk.worklist.count(ANNE).open()).isEqualTo(1);
    }

    @Test
    void nothingToDoIsOneEmptyPage() {
        assertThat(pages(TaskFilter.ALL, 1)).isEmpty();
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(0, 0, 0));
        assertThat(desk.worklist.kinds(ANNE)).isEmpty();
    }

    @Test
    void whatIsDueTodayIsSoUntilTheInstantWhenTheDayEndsAndLateFromThen() {
        TaskId today = task(CHECKER, "", 0);
        TaskId tomorrow = task(CHECKER, "anne", 1);
        still(task(CHECKER, "anne", 0), 1_000);
        TaskFilter due = TaskFilter.ALL.due(TaskFilter.When.TODAY);
        TaskFilter late = TaskFilter.ALL.due(TaskFilter.When.LATE);
        Duration left = Duration.between(desk.clock.now(), deadline(0).dueAt()).minusMillis(1);
        desk.clock.pass(left);
        assertThat(pages(due, 1)).containsExactly(today);
        assertThat(pages(late, 1)).isEmpty();
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(0, 1, 3));
        desk.clock.pass(Duration.ofMillis(1));
        assertThat(pages(due, 1)).as("Tuesday").containsExactly(tomorrow);
        assertThat(pages(late, 1)).containsExactly(today);
        assertThat(desk.worklist.count(ANNE)).isEqualTo(new Worklist.Count(1, 1, 3));
        desk.clock.pass(left.plusMillis(1).negated());
    }

    @Test
    void whatColleaguesTookIsPagedThroughEveryRoleAndOnesOwnIsLeftOut() {
        List<TaskId> taken = byId(task(CHECKER, "bert", 2), task(SOLVER, "bert", 2), task(SPARE, "carl", 2));
        TaskId own = task(CHECKER, "anne", 2);
        task(CHECKER, "bert", 2);
        desk.transactions.command(() -> {
            taken.forEach(id -> desk.rows.run("update kernel_task set taken = 1 where id = ?", id));
            return desk.rows.run("update kernel_task set taken = 1 where id = ?", own);
        });
        for (int limit = 1; limit <= 4; limit++) {
            assertThat(pages(TaskFilter.ALL.of(Whose.COLLEAGUES), limit)).isEqualTo(taken);
        }
    }

    @Test
    void aPlaceThatSomebodyMadeUpReadsFromTheStart() {
        TaskId task = task(CHECKER, "", 1);
        for (String after : List.of("x", "1_2", "1_2_3", "0_99999999999999999999_" + task, "0_9999999999999999999_" + task, "' or 1 = 1 --")) {
            assertThat(desk.worklist.list(TaskFilter.ALL, ANNE, after, 5).items()).as(after).hasSize(1);
        }
    }
}
