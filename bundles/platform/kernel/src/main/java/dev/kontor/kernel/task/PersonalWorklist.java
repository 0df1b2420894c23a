package dev.kontor.kernel.task;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person may do now: tasks they hold, and those of their roles that nobody holds. Paged by due instant and id. */
@Component(service = Worklist.class)
public final class PersonalWorklist implements Worklist {

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
    public Slice mine(Person person, String after, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = mine(person, values);
        String[] place = after.matches("\\d{1,19}_[0-9a-f-]{36}") ? after.split("_") : new String[0];
        if (place.length == 2) {
            condition += " and (t.due_at > ? or t.due_at = ? and t.id > ?)";
            Collections.addAll(values, Long.valueOf(place[0]), Long.valueOf(place[0]), place[1]);
        }
        String sql = "select " + OpenTasks.COLUMNS + ", o.customer_name from kernel_task t"
                + " join kernel_order o on o.number = t.order_number where " + condition
                + " order by t.due_at, t.id fetch first " + (limit + 1) + " rows only";
        List<Row> found = transactions.read(() -> rows.all(sql, values.toArray()));
        LocalDate today = clock.today();
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? shown.get(limit - 1).number(10) + "_" + shown.get(limit - 1).text(0)
                : "";
        return new Slice(shown.stream().map(row -> item(row, today)).toList(), next);
    }

    private Item item(Row row, LocalDate today) {
        Task task = OpenTasks.task(row);
        int left = task.deadline()
                .map(deadline -> calendar.workingDaysBetween(today, deadline.lastDay()))
                .orElse(0);
        return new Item(task, row.text(17), left);
    }

    @Override
    public Count count(Person person) {
        List<Object> values = new ArrayList<>();
        String condition = mine(person, values);
        List<Row> found = transactions.read(() -> rows.all(
                "select t.due_at, t.last_day from kernel_task t where " + condition, values.toArray()));
        long now = clock.now().toEpochMilli();
        String today = clock.today().toString();
        int overdue = (int) found.stream().filter(row -> row.number(0) <= now).count();
        int dueToday = (int) found.stream()
                .filter(row -> row.number(0) > now && row.text(1).equals(today))
                .count();
        return new Count(overdue, dueToday, found.size());
    }

    private static String mine(Person person, List<Object> values) {
        values.add(person.id());
        List<Role> roles = List.copyOf(person.roles());
        if (roles.isEmpty()) {
            return "t.holder = ?";
        }
        values.addAll(roles);
        return "(t.holder = ? or t.holder = '' and t.task_role in (" + Rows.places(roles.size()) + "))";
    }

    @Override
    public Optional<Task> task(TaskId id, Person reader) {
        return transactions.read(() ->
                tasks.task(id).filter(task -> orders.seen(task.order(), reader).isPresent()));
    }
}
