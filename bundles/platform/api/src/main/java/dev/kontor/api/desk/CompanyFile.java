package dev.kontor.api.desk;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What a command does that belongs to no order: customers, credit limits, roles, calendars, rules, and new orders. */
@ProviderType
public interface CompanyFile {

    Person actor();

    /** The token of the browser's session in which the actor asked; empty when it was a machine. */
    default String session() {
        return "";
    }

    Instant now();

    LocalDate today();

    /**
     * Opens the file of a new order: registers the contract and gives the order its number. The order stands on
     * {@code entry.registered} when the command ends.
     *
     * @param judged false for an imported order whose deadlines are not judged
     * @throws Refused {@code CONFLICT} when the contract number is taken, also by a command that runs at the same time
     */
    OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged);

    /**
     * Opens the file of an order whose contract is not signed yet, to review it before. It stands on
     * {@code entry.prepared}, and comes to {@code entry.registered} by {@link OrderFile#register} only.
     *
     * @param intended its number is not taken yet, its day of signing is the one that is planned
     */
    OrderFile prepare(Contract intended, CustomerId customer, PersonId representative);

    /**
     * Opens the file of an order that was under way when the company began to work here (期初建账): its contract is registered
     * on the day of signing, then each {@link dev.kontor.api.opening.OpeningPart} that it needs brings in what is its own.
     * Entry's work alone, and only out of an opening that was signed.
     *
     * @param entering puts the order's content in force and files the opening's evidence, before the parts are called
     * @throws Refused {@code CONFLICT} as {@link #open}; {@code UNAVAILABLE} while the part of a milestone that it stood on is
     *     not there
     */
    OrderFile takeOver(
            Contract contract, CustomerId customer, PersonId representative, OpenedOrder opened, Consumer<OrderFile> entering);

    /**
     * Which of these numbers is taken already, whoever may see by what: contracts by the order that carries them,
     * serial numbers by machines. In words for people; empty if all are free.
     */
    List<Text> taken(Collection<Contract> contracts, Collection<SerialNumber> machines);

    /**
     * The file of an order that there is, locked until the command ends. Who opens several opens them by rising number,
     * so that two commands do not wait for each other.
     *
     * @throws Refused {@code NOT_FOUND} when there is no such order or the actor may not see it
     */
    OrderFile order(OrderNumber number);

    /**
     * Leaves a matter of an order to the department that the running command belongs to, whether or not the actor sees the
     * order: {@link dev.kontor.api.department.Department#attend} is called for it by the platform, in a command of its own
     * once this one is kept. It is kept until it is done, over stops too; one that fails is tried again, later each time.
     *
     * @param matter by which the department knows it, and the order's only one of that name; 1 to 100 characters
     * @throws Refused {@code NOT_FOUND} when there is no such order
     */
    void entrust(OrderNumber order, String matter);

    /**
     * Asks the rules about what belongs to no order: how a department did in a month, say. The answer is kept and can be
     * executed again; nothing of it is carried out.
     *
     * @param question with every fact that the rules are to see; no fact comes by itself
     * @throws Refused {@code UNAVAILABLE} when a rostered set is missing, or a type its rules mention has no fact source
     */
    Decision consult(Question question);

    /**
     * As {@link OrderFile#plan}, of a matter that belongs to no order: the department will
     * {@linkplain dev.kontor.api.department.Department#attend(CompanyFile, String) attend} to it.
     */
    void plan(DepartmentId department, String matter, LocalDate on);

    /** Writes a line into the company journal. */
    void note(String kind, Text what, List<Change> changes);

    /** As {@link OrderFile#notify(Role, Text)}, of what belongs to no order. */
    default void notify(Role role, Text what) {
        throw new UnsupportedOperationException("%s cannot be told: %s".formatted(role, what));
    }

    /** As {@link OrderFile#notify(PersonId, Text)}, of what belongs to no order. */
    default void notify(PersonId person, Text what) {
        throw new UnsupportedOperationException("%s cannot be told: %s".formatted(person, what));
    }

    /**
     * The running command's department keeps a file that came with a request without filing it with an order: its content stays in
     * the store until the department {@linkplain #release releases} it, whatever becomes of documents that have the same. Again has no
     * effect.
     *
     * @param what keeps it, by the department's own name for it, {@code regulation-3}; 1 to 60 characters
     * @throws Refused {@code INVALID} when its content has left meanwhile and has to be brought again
     */
    default void keep(String what, Upload upload) {
        throw new UnsupportedOperationException("%s cannot be kept for %s.".formatted(upload.name(), what));
    }

    /**
     * What kept a file has no more use of it: its content leaves once no document has it and nothing else keeps it. Of what is not kept
     * it has no effect.
     */
    default void release(String what, Upload upload) {
        throw new UnsupportedOperationException("%s cannot be released from %s.".formatted(upload.name(), what));
    }

    /**
     * Takes a customer into the master, for an import that brings orders of customers nobody has typed. One whose id is
     * known already is left as it is.
     *
     * @param customer its version counts for nothing
     * @return the customer as the master has it now
     */
    Customer enrol(Customer customer);

    /** Locks the customer's row: decisions that count over a customer's orders do not overlap. Before any order. */
    void lock(CustomerId customer);
}
