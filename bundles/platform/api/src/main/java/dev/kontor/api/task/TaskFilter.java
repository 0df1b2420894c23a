package dev.kontor.api.task;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks of a worklist. Every part narrows it; what is empty does not.
 *
 * @param department that raised them
 * @param customers any of these
 */
public record TaskFilter(
        Whose whose, Optional<TaskKind> kind, Optional<DepartmentId> department, Set<CustomerId> customers, When when) {

    public static final TaskFilter ALL =
            new TaskFilter(Whose.ALL, Optional.empty(), Optional.empty(), Set.of(), When.ANY);

    /** On whom they wait. */
    public enum Whose {
        /** What the person may do now: all that follows but {@link #COLLEAGUES}. */
        ALL,
        /** What they hold. */
        HELD,
        /** What nobody holds and a role of their own owes. */
        ROLES,
        /** What they may do only because it was delegated to them. */
        DELEGATED,
        /** What somebody else in their roles took; it can be taken over. */
        COLLEAGUES
    }

    /** When they are due. */
    public enum When {
        ANY,
        LATE,
        TODAY
    }

    public TaskFilter {
        customers = Set.copyOf(customers);
    }

    public TaskFilter of(Whose those) {
        return new TaskFilter(those, kind, department, customers, when);
    }

    public TaskFilter ofKind(Optional<TaskKind> one) {
        return new TaskFilter(whose, one, department, customers, when);
    }

    public TaskFilter raisedBy(Optional<DepartmentId> one) {
        return new TaskFilter(whose, kind, one, customers, when);
    }

    public TaskFilter about(Set<CustomerId> any) {
        return new TaskFilter(whose, kind, department, any, when);
    }

    public TaskFilter due(When then) {
        return new TaskFilter(whose, kind, department, customers, then);
    }
}
