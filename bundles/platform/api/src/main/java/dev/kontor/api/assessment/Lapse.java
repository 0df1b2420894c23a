package dev.kontor.api.assessment;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.ReasonWords;
import java.time.Instant;
import java.util.Optional;

/**
 * A violation as it was found (违规), once for each time.
 *
 * @param point at which rules found it, {@code review/deadlines}
 * @param subject who: a person, a role or a department
 * @param person the subject when it is somebody with an account
 * @param occasion which time; of a deadline the task's id
 * @param decision id of the decision that it stands in
 */
public record Lapse(
        ConsultationPoint point,
        String subject,
        Optional<PersonId> person,
        String occasion,
        Clause clause,
        ReasonWords words,
        Instant at,
        String decision) {

    /** Whose it is: the department that it names, or the one whose point found it. */
    public String department() {
        return person.isPresent() || subject.contains(".") ? point.department() : subject;
    }
}
