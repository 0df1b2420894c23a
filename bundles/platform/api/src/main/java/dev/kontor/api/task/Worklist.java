package dev.kontor.api.task;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Open tasks, most urgent first; those whose clock stands still or that are never due come last. Decides nothing. */
@ProviderType
public interface Worklist {

    /**
     * The open tasks this person may do now, or may take over.
     *
     * @param after what {@link Slice#next} said; empty for the first page
     * @param limit 1 to 200
     */
    Slice list(TaskFilter filter, Person person, String after, int limit);

    /** How many of their own, their roles' and those delegated to them are overdue, due today and open at all. */
    Count count(Person person);

    /** The kinds of what {@link TaskFilter#ALL} lists for this person. */
    List<TaskKind> kinds(Person person);

    /** Of each of these orders that waits for a task and that the reader may see, the most urgent one. */
    Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> orders, Person reader);

    /** The roles that owe any order something. */
    Set<Role> owing();

    /** An open task, if this person may see its order. */
    Optional<Task> task(TaskId id, Person reader);

    /**
     * A task as a row, with what a list shows of its order.
     *
     * @param workingDaysLeft 0 on the last day, negative when it is late
     * @param taken its holder took it and may give it back
     */
    record Item(Task task, String customerName, int workingDaysLeft, boolean taken) {

        /** Whether its clock runs and is over. */
        public boolean late() {
            return due() && workingDaysLeft < 0;
        }

        /** Whether its clock runs. */
        public boolean due() {
            return task.deadline().isPresent() && task.suspendedAt().isEmpty();
        }
    }

    record Slice(List<Item> items, String next) {}

    /** Each at most {@link #MOST}, which says that there are as many or more. */
    record Count(int overdue, int dueToday, int open) {

        public static final int MOST = 1_000;
    }
}
