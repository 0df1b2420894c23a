package dev.kontor.api.department;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A department of the company, as the platform sees it: a desk where order files arrive and work is done on them.
 *
 * <p>Register an implementation as a service and the platform finds it; unregister it and the orders that owe it
 * something wait, untouched, until a department with the same {@link #id() id} returns. No other department has to know.
 *
 * <p>Callbacks for one order never overlap; callbacks for different orders may. They must return promptly, start no
 * thread and call no remote system. An unchecked exception rolls back this callback's command alone. Keep no state in
 * fields.
 *
 * @see "Regulation, clause 2: the list of departments is open"
 */
@ConsumerType
public interface Department {

    /** Unique among those registered. If two claim it, the higher service ranking wins. */
    DepartmentId id();

    /**
     * What brings an order's file here, as often as there are arrivals; none: it never arrives. Always the same answer while
     * the department runs, and at once: the platform asks often.
     *
     * <p>Each comes once for each revision that reaches its milestones, in a command of its own; where one milestone
     * completes several, each of them comes. They do not wait for one another: one that fails is tried again, later each
     * time, and meanwhile others are handed over. While the department does not run its arrivals wait.
     */
    List<Arrival> opensOn();

    /**
     * The milestones this department makes orders reach, each named by its own {@link #id() id}. The console draws the flow from
     * these.
     */
    Set<MilestoneName> reaches();

    /**
     * A task of this department has ended, in the command that ended it.
     *
     * @param task no longer among the file's open tasks
     */
    void completed(OrderFile file, Task task, Outcome outcome);

    /**
     * The rules have answered at one of this department's points, {@code <id>/…}, whoever asked, in the command that
     * asked: the place to keep what a decision commits, such as the credit that an order takes. While a department of
     * the roster does not run, its points are asked about deadlines alone.
     */
    default void decided(OrderFile file, Decision decision) {
        // most departments commit nothing by a decision
    }

    /**
     * A matter that a company command of this department {@linkplain CompanyFile#entrust entrusted} to it, or whose
     * {@linkplain OrderFile#plan planned} day has come, in a command of its own. The platform is the actor; whoever asked is
     * named in the journal by who carries it out.
     */
    default void attend(OrderFile file, String matter) {
        throw new UnsupportedOperationException("%s was entrusted with %s and attends to nothing.".formatted(id(), matter));
    }

    /** A matter of the company that was {@linkplain CompanyFile#plan planned} for today, in a command of its own. */
    default void attend(CompanyFile company, String matter) {
        throw new UnsupportedOperationException("%s planned %s and attends to nothing.".formatted(id(), matter));
    }
}
