package dev.kontor.api.task;

import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Open tasks, most urgent first. Reads may be a moment old and decide nothing. */
@ProviderType
public interface Worklist {

    /**
     * The open tasks this person may do now.
     *
     * @param after what {@link Slice#next} said; empty for the first page
     * @param limit 1 to 200
     */
    Slice mine(Person person, String after, int limit);

    /** How many of them are overdue, due today and open at all. */
    Count count(Person person);

    /** An open task, if this person may see its order. */
    Optional<Task> task(TaskId id, Person reader);

    /** A task as a row, with what a list shows of its order. */
    record Item(Task task, String customerName, int workingDaysLeft) {}

    record Slice(List<Item> items, String next) {}

    record Count(int overdue, int dueToday, int open) {}
}
