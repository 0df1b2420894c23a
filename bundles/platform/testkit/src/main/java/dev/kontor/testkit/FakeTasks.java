package dev.kontor.testkit;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The open tasks of an order in memory, with the kernel's refusals. */
final class FakeTasks {

    private final Map<TaskId, Task> open = new LinkedHashMap<>();
    private final Set<TaskId> taken = new HashSet<>();

    List<Task> all() {
        return List.copyOf(open.values());
    }

    boolean isOpen(TaskId id) {
        return open.containsKey(id);
    }

    Task raise(Task task) {
        open.put(task.id(), task);
        return task;
    }

    Task end(TaskId id) {
        Task task = open.remove(id);
        if (task == null) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.task-ended"));
        }
        return task;
    }

    void assign(TaskId id, PersonId holder) {
        open.computeIfPresent(id, (key, task) -> changed(task, Optional.of(holder), task.suspendedAt()));
    }

    boolean take(TaskId id, Person actor) {
        boolean free = open.containsKey(id) && actor.holds(open.get(id).role()) && open.get(id).holder().isEmpty();
        if (free) {
            assign(id, actor.id());
            taken.add(id);
        }
        return free;
    }

    boolean giveBack(TaskId id, Person actor) {
        boolean mine = taken.contains(id) && open.containsKey(id) && open.get(id).holder().filter(actor.id()::equals).isPresent();
        if (mine) {
            open.computeIfPresent(id, (key, task) -> changed(task, Optional.empty(), task.suspendedAt()));
        }
        return mine;
    }

    void suspend(TaskId id, Instant since) {
        open.computeIfPresent(id, (key, task) -> changed(task, task.holder(), task.suspendedAt().or(() -> Optional.of(since))));
    }

    /** @param moved the deadline, by the days that the clock stood still */
    void resume(TaskId id, UnaryOperator<Deadline> moved) {
        open.computeIfPresent(id, (key, task) -> new Task(task.id(), task.order(), task.kind(), task.subject(), task.role(), task.holder(),
                task.openedAt(), task.deadline().map(moved), Optional.empty(), task.decision(), task.version() + 1));
    }

    /** @param since from when on a clock that stands still does so */
    void move(TaskId id, Deadline to, Instant since) {
        open.computeIfPresent(id, (key, task) -> new Task(task.id(), task.order(), task.kind(), task.subject(), task.role(), task.holder(),
                task.openedAt(), Optional.of(to), task.suspendedAt().map(before -> since), task.decision(), task.version() + 1));
    }

    private static Task changed(Task task, Optional<PersonId> holder, Optional<Instant> suspended) {
        return new Task(task.id(), task.order(), task.kind(), task.subject(), task.role(), holder, task.openedAt(),
                task.deadline(), suspended, task.decision(), task.version() + 1);
    }
}
