package dev.kontor.kernel.task;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Sight;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Keyset;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a person may do now: running clocks first, by the instant when they are over, then those that stand still, by the
 * instant since when. Each stretch of what the person reaches is read in this order, and the parts are put together.
 */
@Component(service = Worklist.class)
public final class PersonalWorklist implements Worklist {

    private static final int MOST = 200;
    private static final String TASKS = " from kernel_task t";
    private static final String ITEMS = "select " + OpenTasks.COLUMNS + ", o.customer_name, t.taken" + TASKS
            + " join kernel_order o on o.number = t.order_number";
    private static final Keyset URGENCY = new Keyset(List.of("t.suspended_at", "t.due_at", "t.id"), true);
    private static final Comparator<Row> MOST_URGENT = Comparator.<Row>comparingLong(row -> row.number(13))
            .thenComparingLong(row -> row.number(10))
            .thenComparing(row -> row.text(0));
    private static final Pattern PLACE = Pattern.compile("(\\d{1,18})_(\\d{1,19})_([0-9a-f-]{36})");

    private final Transactions transactions;
    private final Rows rows;
    private final OpenTasks tasks;
    private final OrderRows orders;
    private final Clock clock;
    private final WorkingCalendar calendar;

    @Activate
    public PersonalWorklist(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference OpenTasks tasks,
            @Reference OrderRows orders,
            @Reference Clock clock,
            @Reference WorkingCalendar calendar) {
        this.transactions = transactions;
        this.rows = rows;
        this.tasks = tasks;
        this.orders = orders;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public Slice list(TaskFilter filter, Person person, String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A part of a worklist has 1 to %d tasks, not %d.".formatted(MOST, limit));
        }
        return transactions.read(() -> {
            Condition narrowed = narrowed(filter);
            List<?> place = place(after);
            List<Row> found = reach(person).stretches(filter.whose()).stream()
                    .flatMap(each -> URGENCY.read(rows, ITEMS, each.and(narrowed), place, limit + 1).stream())
                    .sorted(MOST_URGENT)
                    .limit(limit + 1)
                    .toList();
            List<Row> shown = found.subList(0, Math.min(limit, found.size()));
            return new Slice(items(shown), found.size() > limit ? place(shown.get(limit - 1)) : "");
        });
    }

    private static String place(Row row) {
        return row.number(13) + "_" + row.number(10) + "_" + row.text(0);
    }

    /** One that somebody made up reads from the start. */
    private static List<?> place(String after) {
        Matcher written = PLACE.matcher(after);
        try {
            return written.matches()
                    ? List.of(Long.valueOf(written.group(1)), Long.valueOf(written.group(2)), written.group(3))
                    : List.of();
        } catch (NumberFormatException madeUp) {
            return List.of();
        }
    }

    private Condition narrowed(TaskFilter filter) {
        Condition narrowed = Condition.of("1 = 1");
        if (filter.kind().isPresent()) {
            narrowed = narrowed.and(Condition.of("t.kind = ?", filter.kind().get()));
        }
        if (filter.department().isPresent()) {
            narrowed = narrowed.and(Condition.of("t.kind like ?", filter.department().get() + ".%"));
        }
        if (!filter.customers().isEmpty()) {
            narrowed = narrowed.and(Condition.in("o.customer", filter.customers()));
        }
        return switch (filter.when()) {
            case ANY -> narrowed;
            case LATE -> narrowed.and(late());
            case TODAY -> narrowed.and(today());
        };
    }

    private Condition late() {
        return Condition.of("t.suspended_at = 0 and t.due_at <= ?", clock.now());
    }

    /** A deadline ends with its last day. */
    private Condition today() {
        Instant end = clock.today().plusDays(1).atStartOfDay(clock.zone()).toInstant();
        return Condition.of("t.suspended_at = 0 and t.due_at > ? and t.due_at <= ?", clock.now(), end);
    }

    private Reach reach(Person person) {
        return Reach.of(rows, person, clock.today());
    }

    private List<Item> items(List<Row> found) {
        LocalDate today = clock.today();
        Instant now = clock.now();
        return found.stream().map(row -> item(row, today, now)).toList();
    }

    private Item item(Row row, LocalDate today, Instant now) {
        Task task = OpenTasks.task(row);
        int left = task.deadline().map(deadline -> left(deadline, today, now)).orElse(0);
        return new Item(task, row.text(17), left, row.flag(18));
    }

    /** What is late is so by one working day at least, on a day off as well. */
    private int left(Deadline deadline, LocalDate today, Instant now) {
        int days = calendar.workingDaysBetween(today, deadline.lastDay());
        return now.isBefore(deadline.dueAt()) ? days : Math.min(days, -1);
    }

    @Override
    public Count count(Person person) {
        return transactions.read(() -> {
            List<Condition> all = reach(person).stretches(TaskFilter.Whose.ALL);
            return new Count(count(all, late()), count(all, today()), count(all, Condition.of("1 = 1")));
        });
    }

    /** Stops where nobody counts any more. */
    private int count(List<Condition> stretches, Condition narrowed) {
        int found = stretches.stream()
                .map(each -> each.and(narrowed))
                .mapToInt(each -> rows.one("select count(*) from (select t.id" + TASKS + " where " + each.sql()
                                + " fetch first " + Count.MOST + " rows only) few", each.values().toArray())
                        .orElseThrow()
                        .whole(0))
                .sum();
        return Math.min(found, Count.MOST);
    }

    @Override
    public List<TaskKind> kinds(Person person) {
        return transactions.read(() -> reach(person).stretches(TaskFilter.Whose.ALL).stream()
                .flatMap(each -> steps("t.kind", each).stream())
                .distinct()
                .sorted()
                .map(TaskKind::new)
                .toList());
    }

    /** The values of a column, from one to the next in an index: the tasks themselves are many. */
    private List<String> steps(String column, Condition tasks) {
        List<String> values = new ArrayList<>();
        Optional<String> next = step(column, tasks, "");
        while (next.isPresent()) {
            values.add(next.get());
            next = step(column, tasks, next.get());
        }
        return values;
    }

    private Optional<String> step(String column, Condition tasks, String behind) {
        Condition further = tasks.and(Condition.of(column + " > ?", behind));
        return rows.one(
                        "select " + column + TASKS + " where " + further.sql() + " order by " + column + " fetch first 1 rows only",
                        further.values().toArray())
                .map(row -> row.text(0));
    }

    @Override
    public Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> numbers, Person reader) {
        return transactions.read(() -> {
            Sight sight = orders.sight(reader);
            if (!sight.any() || numbers.isEmpty()) {
                return Map.of();
            }
            Condition these = Condition.in("t.order_number", numbers);
            if (!sight.onlyOf().isEmpty()) {
                these = these.and(Condition.in("o.representative", sight.onlyOf()));
            }
            Map<OrderNumber, Item> first = new LinkedHashMap<>();
            items(rows.all(ITEMS + " where " + these.sql(), these.values().toArray()).stream().sorted(MOST_URGENT).toList())
                    .forEach(item -> first.putIfAbsent(item.task().order(), item));
            return first;
        });
    }

    @Override
    public Set<Role> owing() {
        return transactions.read(() ->
                steps("t.task_role", Condition.of("1 = 1")).stream().map(Role::new).collect(Collectors.toSet()));
    }

    @Override
    public Optional<Task> task(TaskId id, Person reader) {
        return transactions.read(() ->
                tasks.task(id).filter(task -> orders.seen(task.order(), reader).isPresent()));
    }
}
