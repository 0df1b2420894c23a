package dev.kontor.kernel.task;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of open tasks, read in the transaction of the thread. */
@Component(service = OpenTasks.class)
public final class OpenTasks {

    /** What {@link #task(Row)} reads, in its order; 17 columns. */
    public static final String COLUMNS = "t.id, t.order_number, t.kind, t.subject, t.task_role, t.holder, t.opened_at,"
            + " t.event_day, t.within_days, t.last_day, t.due_at, t.provisional, t.calendar, t.suspended_at, t.decision,"
            + " t.version, t.judged";

    private final Rows rows;

    @Activate
    public OpenTasks(@Reference Rows rows) {
        this.rows = rows;
    }

    public Optional<Task> task(TaskId id) {
        return rows.one("select " + COLUMNS + " from kernel_task t where t.id = ?", id).map(OpenTasks::task);
    }

    /** Most urgent first. */
    public List<Task> of(OrderNumber order) {
        return rows.all("select " + COLUMNS + " from kernel_task t where t.order_number = ? order by t.due_at, t.id", order)
                .stream()
                .map(OpenTasks::task)
                .toList();
    }

    public static Task task(Row row) {
        return new Task(
                TaskId.of(row.text(0)),
                new OrderNumber(row.text(1)),
                new TaskKind(row.text(2)),
                row.text(3),
                new Role(row.text(4)),
                row.text(5).isEmpty() ? Optional.empty() : Optional.of(new PersonId(row.text(5))),
                row.instant(6),
                deadline(row),
                row.number(13) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(13))),
                row.text(14),
                row.number(15));
    }

    private static Optional<Deadline> deadline(Row row) {
        if (row.number(10) == Long.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                row.day(7), WorkingDays.of(row.whole(8)), row.day(9), row.instant(10), row.flag(11), row.text(12)));
    }
}
