package dev.kontor.testkit;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Work on the tasks of an order in memory. */
abstract class FakeTaskWork extends FakeOrderView implements OrderFile {

    FakeTaskWork(Order order, RuleBook book) {
        super(order, book);
    }

    @Override
    public Task raise(NewTask task) {
        return tasks.raise(new Task(
                new TaskId(UUID.randomUUID()), number(), task.kind(), task.subject(), task.role(), task.holder(), now(),
                task.deadline(), Optional.empty(), "", 1));
    }

    @Override
    public void cancel(TaskId id, Text why) {
        tasks.end(id);
    }

    @Override
    public void assign(TaskId id, PersonId holder) {
        tasks.assign(id, holder);
    }

    @Override
    public boolean take(TaskId id) {
        return tasks.take(id, actor);
    }

    @Override
    public boolean giveBack(TaskId id) {
        return tasks.giveBack(id, actor);
    }

    @Override
    public void suspend(TaskId id, Text why) {
        tasks.suspend(id, now());
    }

    @Override
    public void resume(TaskId id) {
        tasks.all().stream()
                .filter(task -> task.id().equals(id))
                .flatMap(task -> task.suspendedAt().stream())
                .forEach(since -> tasks.resume(id, deadline -> moved(deadline, since)));
    }

    /** By the working days between, as the kernel does. */
    private Deadline moved(Deadline deadline, Instant since) {
        WeekdayCalendar calendar = new WeekdayCalendar();
        int days = Math.max(0, calendar.workingDaysBetween(since.atZone(ZONE).toLocalDate(), today()));
        Deadline later = calendar.deadline(deadline.lastDay(), WorkingDays.of(days));
        return new Deadline(deadline.eventDay(), deadline.within(), later.lastDay(), later.dueAt(), later.provisional(), later.calendar());
    }
}
