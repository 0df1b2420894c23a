package dev.kontor.kernel.sweep;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.task.OpenTasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Open tasks that the rules have not been asked about since their deadline came. Those of imported orders are left out. */
@Component(service = DueTasks.class)
public final class DueTasks {

    /** How far the rules have been asked about a task. */
    static final int LAST_DAY = 1;

    static final int OVERDUE = 2;

    /** What is overdue has passed its last day: so the index on that day, which keeps what was asked, finds both. */
    private static final String DUE = " from kernel_task t where t.last_day <= ? and t.asked < 2"
            + " and (t.asked < 1 or t.due_at <= ?) and t.judged = 1 and t.suspended_at = 0";

    private final Rows rows;

    @Activate
    public DueTasks(@Reference Rows rows) {
        this.rows = rows;
    }

    /** @param due when, in milliseconds: the place to go on from */
    record Due(TaskId id, OrderNumber order, String department, long due) {}

    /** The next after a place, by due instant and id. */
    List<Due> after(long due, String id, LocalDate today, Instant now, int limit) {
        return rows
                .all("select t.id, t.order_number, t.kind, t.due_at" + DUE
                                + " and (t.due_at > ? or t.due_at = ? and t.id > ?) order by t.due_at, t.id fetch first "
                                + limit + " rows only",
                        today, now, due, due, id)
                .stream()
                .map(DueTasks::due)
                .toList();
    }

    private static Due due(Row row) {
        String kind = row.text(2);
        return new Due(
                TaskId.of(row.text(0)),
                new OrderNumber(row.text(1)),
                kind.substring(0, kind.indexOf('.')),
                row.number(3));
    }

    /** Takes the task, in the transaction of what is then done about it; empty when there is nothing to ask any more. */
    Optional<Task> claim(TaskId id, LocalDate today, Instant now) {
        Optional<Task> task = rows.one("select " + OpenTasks.COLUMNS + DUE + " and t.id = ?", today, now, id)
                .map(OpenTasks::task);
        task.ifPresent(found -> rows.run(
                "update kernel_task set asked = ? where id = ?", overdue(found, now) ? OVERDUE : LAST_DAY, id));
        return task;
    }

    static boolean overdue(Task task, Instant now) {
        return task.deadline().filter(deadline -> !now.isBefore(deadline.dueAt())).isPresent();
    }
}
