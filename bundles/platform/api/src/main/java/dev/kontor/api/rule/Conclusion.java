package dev.kontor.api.rule;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.WorkingDays;

/**
 * What a rule concluded about an order (规则结论). Rules only conclude; the kernel carries out, in the transaction of the
 * consultation, and keeps the decision.
 *
 * <p>A conclusion is the same as an earlier one when point, kind, {@link #subject} and {@link #occasion} are equal.
 * Consulting a point again replaces its open conclusions: the same key has no effect, a Hold or Require no longer
 * concluded is lifted, a Violation is unique by its key for ever.
 *
 * <p>The list is closed: a new kind of conclusion is a change of this api.
 */
public sealed interface Conclusion {

    /** What or whom it is about. */
    String subject();

    /** Which time, where the same may be concluded more than once; empty otherwise. */
    default String occasion() {
        return "";
    }

    Reason reason();

    Clause clause();

    /** An item of a checklist is right or not. Nothing is carried out; the department shows and obeys it. */
    record Check(String subject, boolean passed, Reason reason, Clause clause) implements Conclusion {}

    /** A role must do something within working days, counted from the consultation's event day. */
    record Require(TaskKind task, String subject, Role role, WorkingDays within, Reason reason, Clause clause)
            implements Conclusion {}

    /** The order must not reach the milestone while this stands. */
    record Hold(MilestoneName milestone, String subject, Reason reason, Clause clause) implements Conclusion {}

    /** Somebody is reminded, once for each occasion. */
    record Remind(Role role, String subject, String occasion, Reason reason, Clause clause) implements Conclusion {}

    /** A person or department did not do what the regulation demands. {@code subject} is who. */
    record Violation(String subject, String occasion, Reason reason, Clause clause) implements Conclusion {}

    /** A proposal to take assessment points from somebody; a person decides. */
    record Penalty(String subject, String occasion, int points, Reason reason, Clause clause) implements Conclusion {}
}
