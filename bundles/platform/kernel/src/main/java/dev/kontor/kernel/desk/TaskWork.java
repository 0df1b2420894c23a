package dev.kontor.kernel.desk;

import dev.kontor.api.department.Department;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.kernel.desk.OpenView.Part;
import dev.kontor.kernel.journal.Line;
import dev.kontor.kernel.task.TaskWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Work on the tasks of one order, whose lock is held. */
final class TaskWork {

    private final Office office;
    private final OpenView view;
    private final OrderNumber order;
    private final Work work;

    TaskWork(Office office, OpenView view, Work work) {
        this.office = office;
        this.view = view;
        this.order = view.number();
        this.work = work;
    }

    static Text name(Task task) {
        Text kind = Text.of("task." + task.kind());
        return task.subject().isEmpty()
                ? kind
                : Text.of("kernel.waiting.task-about", kind, Text.of("console.subject-of", task.subject(), task.kind().value()));
    }

    Task raise(NewTask wanted, String decision) {
        Task task = new Task(
                new TaskId(UUID.randomUUID()),
                order,
                wanted.kind(),
                wanted.subject(),
                wanted.role(),
                wanted.holder(),
                work.now(),
                wanted.deadline(),
                Optional.empty(),
                decision,
                1);
        office.taskWrites.insert(task, view.summary().judged());
        office.orderWrites.due(order);
        view.changed(Part.TASKS);
        Change due = new Change("deadline", "", wanted.deadline().map(TaskWork::until).orElse(""));
        note("task.raised", Text.of("kernel.task-raised", name(task), owed(task)), List.of(due), decision);
        work.tell("task.opened", Optional.of(order), name(task), Set.of(task.role()), task.holder().map(Set::of).orElse(Set.of()));
        return task;
    }

    private static Text owed(Task task) {
        return task.holder().map(person -> Text.of("console.person", person.value())).orElse(Text.of("role." + task.role()));
    }

    private static String until(Deadline deadline) {
        return deadline.lastDay() + " (" + deadline.calendar() + ")";
    }

    /** @throws Refused {@code CONFLICT} when it has ended, naming who ended it */
    Task open(TaskId id) {
        return office.tasks
                .task(id)
                .filter(task -> task.order().equals(order))
                .orElseThrow(() -> office.taskWrites.ended(id).map(TaskWork::over).orElseGet(TaskWork::unknown));
    }

    private static Refused over(TaskWrites.Ended ended) {
        return Refused.because(
                Refused.Reason.CONFLICT,
                Text.of("kernel.task-over", Text.of("task." + ended.kind()), Text.of("console.person", ended.by().value()), ended.at()));
    }

    static Refused unknown() {
        return Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-task"));
    }

    Department owner(Task task) {
        String id = task.kind().department();
        return office.departments.find(id).orElseThrow(() -> Refused.because(
                Refused.Reason.UNAVAILABLE, Text.of("kernel.department-absent", Text.of("department." + id))));
    }

    void end(Task task, Outcome outcome) {
        office.taskWrites.end(task, outcome, work.actor().id(), work.now());
        view.changed(Part.TASKS);
        List<Change> changes = new ArrayList<>(List.of(new Change("outcome", "", outcome.verdict())));
        if (!outcome.remarks().isEmpty()) {
            changes.add(new Change("remarks", "", outcome.remarks()));
        }
        task.deadline().ifPresent(deadline -> changes.add(new Change("deadline", until(deadline), "")));
        changes.add(new Change("task", task.id().toString(), ""));
        note("task.completed", Text.of("kernel.task-completed", name(task)), changes, task.decision());
        ended(task);
    }

    void cancel(Task task, Text why, String decision) {
        office.taskWrites.end(task, Outcome.of("cancelled"), work.actor().id(), work.now());
        view.changed(Part.TASKS);
        note("task.cancelled", Text.of("kernel.task-cancelled", name(task), why), List.of(), decision);
        ended(task);
    }

    private void ended(Task task) {
        office.orderWrites.due(order);
        work.tell("task.ended", Optional.of(order), name(task), Set.of(task.role()), task.holder().map(Set::of).orElse(Set.of()));
    }

    void assign(Task task, PersonId holder) {
        office.taskWrites.assign(task.id(), holder);
        view.changed(Part.TASKS);
        Change change = new Change("holder", task.holder().map(PersonId::value).orElse(""), holder.value());
        note("task.assigned", Text.of("kernel.task-assigned", name(task), Text.of("console.person", holder.value())), List.of(change), "");
        work.tell("task.opened", Optional.of(order), name(task), Set.<Role>of(), Set.of(holder));
    }

    boolean take(TaskId id) {
        PersonId me = work.actor().id();
        Optional<Task> open = here(id)
                .filter(task -> work.actor().holds(task.role()))
                .filter(task -> task.holder().isEmpty() || !task.holder().get().equals(me) && office.taskWrites.taken(id));
        open.ifPresent(task -> {
            office.taskWrites.take(id, me);
            Change change = new Change("holder", task.holder().map(PersonId::value).orElse(""), me.value());
            note("task.taken", Text.of("kernel.task-taken", name(task), person(me)), List.of(change), "");
            changedHands(task);
        });
        return open.isPresent();
    }

    boolean giveBack(TaskId id) {
        PersonId me = work.actor().id();
        Optional<Task> mine = here(id)
                .filter(task -> task.holder().filter(me::equals).isPresent() && office.taskWrites.taken(id));
        mine.ifPresent(task -> {
            office.taskWrites.giveBack(id);
            note("task.given-back", Text.of("kernel.task-given-back", name(task)), List.of(new Change("holder", me.value(), "")), "");
            changedHands(task);
        });
        return mine.isPresent();
    }

    /** Shown by name. */
    private static Text person(PersonId id) {
        return Text.of("console.person", id.value());
    }

    private Optional<Task> here(TaskId id) {
        return office.tasks.task(id).filter(task -> task.order().equals(order));
    }

    /** Refreshes worklists; nobody is told anything by it. Who it was taken from is. */
    private void changedHands(Task task) {
        view.changed(Part.TASKS);
        work.tell("task.held", Optional.of(order), name(task), Set.of(task.role()), Set.of());
        task.holder()
                .filter(before -> !before.equals(work.actor().id()))
                .ifPresent(before -> work.tell(
                        "person.told", Optional.of(order), Text.of("kernel.task-taken", name(task), person(work.actor().id())),
                        Set.of(), Set.of(before)));
    }

    /** It is due on another day. A clock that stands still does so from now on: the days before are in the new deadline. */
    void move(Task task, Deadline to, String decision) {
        Optional<Deadline> before = task.deadline();
        if (before.map(Deadline::lastDay).filter(to.lastDay()::equals).isPresent()) {
            return;
        }
        office.taskWrites.move(task.id(), to, work.now());
        office.orderWrites.due(order);
        view.changed(Part.TASKS);
        List<Change> changes = List.of(new Change("deadline", before.map(TaskWork::until).orElse(""), until(to)));
        note("task.moved", Text.of("kernel.task-moved", name(task), to.lastDay()), changes, decision);
        work.tell("task.held", Optional.of(order), name(task), Set.of(task.role()), Set.of());
    }

    void suspend(Task task, Text why) {
        if (task.suspendedAt().isPresent()) {
            return;
        }
        office.taskWrites.suspend(task.id(), work.now());
        office.orderWrites.due(order);
        view.changed(Part.TASKS);
        note("task.suspended", Text.of("kernel.task-suspended", name(task), why), List.of(), "");
    }

    /** The deadline moves by the working days that the clock stood still. */
    void resume(Task task) {
        if (task.suspendedAt().isEmpty()) {
            return;
        }
        Optional<Deadline> moved = task.deadline().map(deadline -> moved(deadline, task.suspendedAt().get()));
        office.taskWrites.resume(task.id(), moved);
        office.orderWrites.due(order);
        view.changed(Part.TASKS);
        List<Change> changes = task.deadline()
                .map(before -> List.of(new Change("deadline", until(before), until(moved.orElseThrow()))))
                .orElse(List.of());
        note("task.resumed", Text.of("kernel.task-resumed", name(task)), changes, "");
    }

    private Deadline moved(Deadline deadline, Instant since) {
        LocalDate stopped = since.atZone(office.clock.zone()).toLocalDate();
        int days = Math.max(0, office.calendar.workingDaysBetween(stopped, work.today()));
        Deadline later = office.calendar.deadline(deadline.lastDay(), dev.kontor.api.time.WorkingDays.of(days));
        return days == 0
                ? deadline
                : new Deadline(deadline.eventDay(), deadline.within(), later.lastDay(), later.dueAt(), later.provisional(), later.calendar());
    }

    private void note(String kind, Text what, List<Change> changes, String decision) {
        work.note(order.value(), new Line(kind, what, changes, decision));
    }
}
