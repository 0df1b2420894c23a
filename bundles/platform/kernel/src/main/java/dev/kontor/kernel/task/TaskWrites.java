package dev.kontor.kernel.task;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.time.Deadline;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes tasks: open ones into a narrow table, ended ones into the history. Wants the order's lock. */
@Component(service = TaskWrites.class)
public final class TaskWrites {

    private static final String NO_DAY = "9999-12-31";

    private final Rows rows;

    @Activate
    public TaskWrites(@Reference Rows rows) {
        this.rows = rows;
    }

    /** How a task ended. */
    public record Ended(String kind, PersonId by, Instant at) {}

    /** @param judged false for tasks of imported orders, which the sweep leaves out */
    public void insert(Task task, boolean judged) {
        rows.run(
                "insert into kernel_task (id, order_number, kind, subject, task_role, holder, opened_at, event_day,"
                        + " within_days, last_day, due_at, provisional, calendar, suspended_at, decision, judged, asked,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?)",
                task.id(),
                task.order(),
                task.kind(),
                task.subject(),
                task.role(),
                task.holder().map(PersonId::value).orElse(""),
                task.openedAt(),
                task.deadline().map(deadline -> deadline.eventDay().toString()).orElse(NO_DAY),
                task.deadline().map(deadline -> deadline.within().count()).orElse(0),
                task.deadline().map(deadline -> deadline.lastDay().toString()).orElse(NO_DAY),
                task.deadline().map(deadline -> deadline.dueAt().toEpochMilli()).orElse(Long.MAX_VALUE),
                task.deadline().map(Deadline::provisional).orElse(false),
                task.deadline().map(Deadline::calendar).orElse(""),
                task.decision(),
                judged,
                task.version());
    }

    public void end(Task task, Outcome outcome, PersonId by, Instant at) {
        rows.run("delete from kernel_task where id = ?", task.id());
        rows.run(
                "insert into kernel_task_done (id, order_number, kind, subject, task_role, holder, opened_at, last_day,"
                        + " due_at, decision, verdict, remarks, ended_by, ended_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                task.id(),
                task.order(),
                task.kind(),
                task.subject(),
                task.role(),
                task.holder().map(PersonId::value).orElse(""),
                task.openedAt(),
                task.deadline().map(deadline -> deadline.lastDay().toString()).orElse(NO_DAY),
                task.deadline().map(deadline -> deadline.dueAt().toEpochMilli()).orElse(Long.MAX_VALUE),
                task.decision(),
                outcome.verdict(),
                outcome.remarks(),
                by,
                at);
    }

    public void assign(TaskId task, PersonId holder) {
        hold(task, holder.value(), false);
    }

    /** Held until given back. */
    public void take(TaskId task, PersonId holder) {
        hold(task, holder.value(), true);
    }

    public void giveBack(TaskId task) {
        hold(task, "", false);
    }

    private void hold(TaskId task, String holder, boolean taken) {
        rows.run("update kernel_task set holder = ?, taken = ?, version = version + 1 where id = ?", holder, taken, task);
    }

    public boolean taken(TaskId task) {
        return rows.one("select taken from kernel_task where id = ?", task).filter(row -> row.flag(0)).isPresent();
    }

    /** A clock that stands still is never due; {@code due_at} keeps what is resumed. */
    public void suspend(TaskId task, Instant at) {
        rows.run("update kernel_task set suspended_at = ?, version = version + 1 where id = ?", at, task);
    }

    public void resume(TaskId task, Optional<Deadline> moved) {
        rows.run("update kernel_task set suspended_at = 0, version = version + 1 where id = ?", task);
        moved.ifPresent(deadline -> rows.run(
                "update kernel_task set last_day = ?, due_at = ?, provisional = ?, calendar = ?, asked = 0 where id = ?",
                deadline.lastDay(), deadline.dueAt(), deadline.provisional(), deadline.calendar(), task));
    }

    /** @param since from when on a clock that stands still does so */
    public void move(TaskId task, Deadline to, Instant since) {
        rows.run("update kernel_task set event_day = ?, within_days = ?, last_day = ?, due_at = ?, provisional = ?, calendar = ?,"
                        + " asked = 0, version = version + 1 where id = ?",
                to.eventDay(), to.within().count(), to.lastDay(), to.dueAt(), to.provisional(), to.calendar(), task);
        rows.run("update kernel_task set suspended_at = ? where id = ? and suspended_at > 0", since, task);
    }

    public Optional<Ended> ended(TaskId task) {
        return rows.one("select kind, ended_by, ended_at from kernel_task_done where id = ?", task)
                .map(row -> new Ended(row.text(0), new PersonId(row.text(1)), row.instant(2)));
    }
}
