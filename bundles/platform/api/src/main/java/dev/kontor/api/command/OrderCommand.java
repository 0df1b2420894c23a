package dev.kontor.api.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something people do with an order. Register one as a service: it becomes a form on the order's page and an operation
 * of the REST interface, with the same checks and the same words.
 *
 * <p>{@link #offered}, {@link #form} and {@link #initial} are called for reading; {@link #run} in the command's
 * transaction, possibly more than once when the store asks for a repetition, so it has no effect outside of it. Keep
 * no state in fields.
 */
@ConsumerType
public interface OrderCommand {

    /** The department's id, a slash and a verb: {@code review/opine}. */
    String name();

    Text title();

    /**
     * Who may. Empty: everybody who may see the order, auditors excepted, who change nothing. Ignored for work on a task:
     * then the task says who.
     */
    Set<Role> roles();

    /** The kind of task that this is work on; the desk then hands the task in. Empty if it is not about a task. */
    default Optional<TaskKind> task() {
        return Optional.empty();
    }

    /** Where it stands among the forms of one task: small first. The first is shown open. */
    default int position() {
        return 0;
    }

    /** Whether it can be done now; if not it is not shown, and refused. */
    default boolean offered(OrderView file, Optional<Task> task) {
        return true;
    }

    Form form(OrderView file, Optional<Task> task);

    /** What stands in the form at first. */
    default Values initial(OrderView file, Optional<Task> task) {
        return Values.NONE;
    }

    /**
     * The version of what the form edits, when that is more than the task: of a draft, say. The desk refuses a request
     * made for another version. -1 if nothing is edited.
     */
    default long version(OrderView file, Optional<Task> task) {
        return -1;
    }

    /**
     * Does it.
     *
     * @param values checked against {@link #form}
     * @throws dev.kontor.api.desk.Refused with gaps at fields, or a reason
     */
    Answer run(OrderFile file, Optional<Task> task, Values values);
}
