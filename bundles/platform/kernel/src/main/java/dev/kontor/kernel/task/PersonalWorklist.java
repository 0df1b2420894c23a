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
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person may do now. Paged by the instant when a running clock is over, and id. */
@Component(service = Worklist.class)
public final class PersonalWorklist implements Worklist {

    private static final int MOST = 200;
    /** A clock that stands still is never over. */
    private static final String OVER = "case when t.suspended_at > 0 then " + Long.MAX_VALUE + " else t.due_at end";

    private static final String ITEM = "select " + OpenTasks.COLUMNS + ", o.customer_name, t.taken, " + OVER
            + " from kernel_task t join kernel_order o on o.number = t.order_number where ";
    private static final String BY_URGENCY = " order by " + OVER + ", t.id";

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
            List<Object> values = new ArrayList<>();
            String condition = reach(person).condition(filter.whose(), values) + narrowed(filter, values);
            String[] place = after.matches("\\d{1,18}_[0-9a-f-]{36}|" + Long.MAX_VALUE + "_[0-9a-f-]{36}")
                    ? after.split("_")
                    : new String[0];
            if (place.length == 2) {
                condition += " and (" + OVER + " > ? or " + OVER + " = ? and t.id > ?)";
                Collections.addAll(values, Long.valueOf(place[0]), Long.valueOf(place[0]), place[1]);
            }
            List<Row> found = rows.all(
                    ITEM + condition + BY_URGENCY + " fetch first " + (limit + 1) + " rows only", values.toArray());
            List<Row> shown = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() > limit ? shown.get(limit - 1).number(19) + "_" + shown.get(limit - 1).text(0) : "";
            return new Slice(items(shown), next);
        });
    }

    private String narrowed(TaskFilter filter, List<Object> values) {
        StringBuilder more = new StringBuilder();
        filter.kind().ifPresent(kind -> add(more, values, "t.kind = ?", kind));
        filter.department().ifPresent(id -> add(more, values, "t.kind like ?", id + ".%"));
        if (!filter.customers().isEmpty()) {
            add(more, values, "o.customer in (" + Rows.places(filter.customers().size()) + ")", filter.customers().toArray());
        }
        switch (filter.when()) {
            case ANY -> { }
            case LATE -> add(more, values, OVER + " <= ?", clock.now());
            case TODAY -> add(more, values, OVER + " > ? and t.suspended_at = 0 and t.last_day = ?", clock.now(), clock.today());
        }
        return more.toString();
    }

    private static void add(StringBuilder more, List<Object> values, String condition, Object... each) {
        more.append(" and ").append(condition);
        Collections.addAll(values, each);
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
        List<Row> found = transactions.read(() -> {
            List<Object> values = new ArrayList<>();
            String condition = reach(person).condition(TaskFilter.Whose.ALL, values);
            return rows.all("select " + OVER + ", t.last_day from kernel_task t where " + condition, values.toArray());
        });
        long now = clock.now().toEpochMilli();
        String today = clock.today().toString();
        int overdue = (int) found.stream().filter(row -> row.number(0) <= now).count();
        int dueToday = (int) found.stream()
                .filter(row -> row.number(0) > now && row.number(0) < Long.MAX_VALUE && row.text(1).equals(today))
                .count();
        return new Count(overdue, dueToday, found.size());
    }

    @Override
    public List<TaskKind> kinds(Person person) {
        return transactions.read(() -> {
            List<Object> values = new ArrayList<>();
            String condition = reach(person).condition(TaskFilter.Whose.ALL, values);
            return rows.all("select distinct t.kind from kernel_task t where " + condition + " order by t.kind", values.toArray())
                    .stream()
                    .map(row -> new TaskKind(row.text(0)))
                    .toList();
        });
    }

    @Override
    public Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> numbers, Person reader) {
        return transactions.read(() -> {
            Sight sight = orders.sight(reader);
            if (!sight.any() || numbers.isEmpty()) {
                return Map.of();
            }
            List<Object> values = new ArrayList<>(numbers);
            String condition = "t.order_number in (" + Rows.places(numbers.size()) + ")";
            if (!sight.onlyOf().isEmpty()) {
                condition += " and o.representative in (" + Rows.places(sight.onlyOf().size()) + ")";
                values.addAll(sight.onlyOf());
            }
            Map<OrderNumber, Item> first = new LinkedHashMap<>();
            items(rows.all(ITEM + condition + BY_URGENCY, values.toArray()))
                    .forEach(item -> first.putIfAbsent(item.task().order(), item));
            return first;
        });
    }

    @Override
    public Set<Role> owing() {
        return transactions.read(() -> rows.all("select distinct task_role from kernel_task").stream()
                .map(row -> new Role(row.text(0)))
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Task> task(TaskId id, Person reader) {
        return transactions.read(() ->
                tasks.task(id).filter(task -> orders.seen(task.order(), reader).isPresent()));
    }
}
