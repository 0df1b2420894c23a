package dev.kontor.api.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An order's file on the desk (订单卷宗): everything a department may do with an order, inside one command.
 *
 * <p>The order's row is locked: commands on one order never overlap. Everything done here is kept or dropped together.
 */
@ProviderType
public interface OrderFile extends OrderView {

    /**
     * The contract of a prepared file is signed: it takes its number and stands on {@code entry.registered}. Entry's
     * work alone.
     *
     * @param judged false for a contract whose deadlines are not judged
     * @throws Refused {@code CONFLICT} when the contract number is taken
     */
    void register(Contract signed, boolean judged);

    /**
     * Puts a new revision in force: the draft of a contract, or what is submitted. Entry's work alone.
     *
     * @param content its revision must be one more than the last
     * @throws Refused {@code CONFLICT} when another order carries its contract, which may have been corrected
     */
    void revise(Order content);

    /**
     * The order reaches a milestone; every rostered department that opens on it gets an arrival. Reaching it again at a
     * higher revision makes new arrivals; at the same revision nothing happens. Only the bundle of a department that says it
     * {@linkplain dev.kontor.api.department.Department#reaches reaches} it can.
     *
     * @throws Refused {@code CONFLICT} while a hold on the milestone stands, naming it
     */
    void reach(MilestoneName milestone);

    /**
     * As {@link #reach(MilestoneName)}, of what happened on an earlier day.
     *
     * @param on today or before
     * @throws Refused {@code CONFLICT} while a hold on the milestone stands; {@code INVALID} for a day to come
     */
    void reach(MilestoneName milestone, LocalDate on);

    /**
     * Gives a machine of the order its serial number. Production's work alone.
     *
     * @param line position of the order's line
     * @param quantity 1 for a machine; of a lot how much of the line it is
     * @throws Refused {@code CONFLICT} when the serial number is taken, or the line would have more than was ordered
     */
    Machine enrol(SerialNumber serial, int line, BigDecimal quantity);

    /** A machine that is built for this order no longer: its serial number stays taken, the order has it no more. */
    void strike(SerialNumber machine, Text why);

    /**
     * A machine is of the order's revision in force from now on, be it as it is or after it is reworked: it is
     * {@linkplain OrderView#outdated outdated} no longer. Production's work alone.
     *
     * @param why what production decided, for the journal
     * @throws Refused {@code CONFLICT} while the order's review is not cleared; {@code NOT_FOUND} for a machine of another order
     */
    default void carryOver(SerialNumber machine, Text why) {
        throw new UnsupportedOperationException("%s cannot be carried over: %s".formatted(machine, why));
    }

    /**
     * A machine of the order reaches a milestone; again has no effect. The order itself reaches milestones by
     * {@link #reach(MilestoneName)} only.
     *
     * @param on the day on which it happened; today or before
     * @throws Refused {@code CONFLICT} while a hold on the milestone stands, or while the machine is
     *     {@linkplain OrderView#outdated outdated}; {@code INVALID} for a day to come; {@code NOT_FOUND} for a machine of another
     *     order
     */
    void reach(SerialNumber machine, MilestoneName milestone, LocalDate on);

    /** A machine has lost a milestone: what was finished is reworked. */
    void withdraw(SerialNumber machine, MilestoneName milestone, Text why);

    /**
     * The department will {@linkplain dev.kontor.api.department.Department#attend(OrderFile, String) attend} to the matter on
     * that day, in a command of its own, or at once when the day is past; instead of any other day that it had.
     *
     * @param matter by which the department knows it, the order's only one of that name; 1 to 100 characters
     */
    void plan(DepartmentId department, String matter, LocalDate on);

    /** What was {@linkplain #plan planned} is not to be attended to; nothing happens when there is no such plan. */
    void unplan(DepartmentId department, String matter);

    /**
     * One of the regulation's ways back: the order no longer stands on the milestone. Open holds and tasks stay. A partner's
     * bundle takes back milestones that it {@linkplain dev.kontor.api.department.Department#reaches reaches}, here and of machines.
     */
    void withdraw(MilestoneName milestone, Text why);

    Task raise(NewTask task);

    /**
     * Ends a task. Its department's {@link dev.kontor.api.department.Department#completed completed} is called before
     * this returns. A partner's bundle ends, gives out and suspends tasks of its own department alone.
     *
     * @throws Refused {@code CONFLICT} when somebody else has ended it, naming who
     */
    void complete(TaskId task, Outcome outcome);

    /** Ends a task that is no longer owed. Nobody is called back. */
    void cancel(TaskId task, Text why);

    void assign(TaskId task, PersonId holder);

    /**
     * The actor takes a task of one of their roles that nobody holds, or that a colleague took, so that no two do it.
     * Its deadline stays.
     *
     * @return false when there is no such task any more, it is somebody's own, or another role's
     */
    boolean take(TaskId task);

    /**
     * The actor gives a task back that they took: anybody in the role may do it again.
     *
     * @return false when they did not take it
     */
    boolean giveBack(TaskId task);

    /** Its clock stands still until {@link #resume}; the deadline moves by the working days between. */
    void suspend(TaskId task, Text why);

    void resume(TaskId task);

    /**
     * Asks the rules and carries out what they conclude. Facts of every registered
     * {@link dev.kontor.api.rule.FactSource} that the rules mention, the {@link Order} in force and the parameters are
     * added by themselves.
     *
     * @throws Refused {@code UNAVAILABLE} when a rostered set, or a source of a type its rules mention, is missing
     */
    Decision consult(Question question);

    /**
     * Locks the customer and its affiliates (关联方) until the command ends: whoever counts over their orders, a credit
     * exposure or split contracts, comes one after the other. Customers are locked before orders, so where they are not
     * locked yet the desk rolls the command back and begins it anew with them first. A fact source that counts calls it
     * too; locking is no writing.
     *
     * @return the customer and its affiliates, by id
     */
    List<CustomerId> lock(CustomerId customer);

    Document file(DocumentKind kind, Upload upload);

    /**
     * Destroys a document of the order: nobody opens it once the command is kept. What it was, its digest and who destroyed it
     * when stay; its content leaves the store as soon as no other document has the same. Cannot be undone; again has no
     * effect. The archive's work alone: of the department that {@linkplain dev.kontor.api.department.Department#reaches
     * reaches} {@link MilestoneName#ARCHIVE_FILED}.
     *
     * @throws IllegalStateException when the document is another order's, or another department asks for it
     */
    void destroy(Document document);

    /** Writes a line into the order's journal, with the action behind it. */
    void note(String kind, Text what, List<Change> changes);

    /** Somebody in the role should know, by page and by whatever else delivers notices. */
    void notify(Role role, Text what);

    void notify(PersonId person, Text what);

    /** Words by which the order is found, replacing those given before under the same name. */
    void index(String name, String words);
}
