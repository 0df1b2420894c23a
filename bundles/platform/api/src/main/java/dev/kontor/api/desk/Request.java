package dev.kontor.api.desk;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.TaskId;
import java.util.Optional;

/**
 * Somebody asks for one command.
 *
 * @param command {@code review/opine}
 * @param version of what the form was filled in for, as {@link Desk.Offer} gave it; -1 if the asker does not know
 * @param values as typed; the desk checks them against the command's form
 * @param key unique for the person for 30 days: the same key gives the same answer and one effect; empty only for
 *     requests that the platform makes itself
 * @param session the token of the browser's session that it came with; empty when it came from a machine
 */
public record Request(
        Person actor,
        String command,
        Optional<OrderNumber> order,
        Optional<TaskId> task,
        long version,
        Values values,
        String key,
        String session) {

    /** One that came with no session. */
    public Request(
            Person actor, String command, Optional<OrderNumber> order, Optional<TaskId> task, long version, Values values, String key) {
        this(actor, command, order, task, version, values, key, "");
    }

    /** Without what is secret: the values may hold passwords. */
    @Override
    public String toString() {
        return "%s by %s on %s under %s".formatted(command, actor.id(), order, key);
    }
}
