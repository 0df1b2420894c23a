package dev.kontor.api.desk;

import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where requests are handed in. Every change of anything is one command through here, and every command is one JTA
 * transaction: the department's own rows, the order's state, journal, decision, conclusions carried out, idempotency
 * record and outbox row are kept or dropped together.
 *
 * <p>The desk checks roles, task, version and form, locks the order's row, runs the command, and repeats it up to three
 * times when the store reports a deadlock or serialisation failure. Thread-safe.
 */
@ProviderType
public interface Desk {

    /**
     * Runs one command.
     *
     * @throws Refused in words for the person; nothing has changed then
     */
    Answer submit(Request request);

    /** A command as it can be asked for now. {@code version} goes back with the request. */
    record Offer(
            String command,
            Text title,
            Optional<OrderNumber> order,
            Optional<Task> task,
            Form form,
            Values initial,
            long version) {}

    /** What this person can do with the order now, work on open tasks first. */
    List<Offer> offers(OrderNumber order, Person person);

    /**
     * One command with its form.
     *
     * @throws Refused when it is not known, not offered now, or not this person's
     */
    Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person);

    /**
     * A company command with its form, about one thing.
     *
     * @param subject what it is about, a customer's id for example; empty for something new
     * @throws Refused when it is not known, or not this person's
     */
    Offer offer(String command, String subject, Person person);

    /** A command that is registered now. */
    record Known(String command, Text title, boolean onOrder, boolean onTask, Set<Role> roles) {}

    /** Every command that is registered now, by name. */
    List<Known> commands();

    /**
     * Runs a read in a transaction that is rolled back: what a page needs to use its department's rows. Nested reads
     * join.
     */
    <R> R read(Supplier<R> reading);

    /**
     * Opens an order's file for reading, as {@link #read(Supplier)} does: for tabs of the order's page.
     *
     * @throws Refused {@code NOT_FOUND} when there is no such order or this person may not see it
     */
    <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading);
}
