package dev.kontor.api.assessment;

import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that counts for an indicator, once for the person and once for the department.
 *
 * @param person whose work it was; empty when it was nobody's in particular
 * @param department whose work it was, by id
 * @param kind of the journal's line behind it, {@code task.completed}
 * @param good whether it was as it should be
 * @param decision id of the decision that found it; may be empty
 */
public record Counted(Optional<PersonId> person, String department, Instant at, String kind, boolean good, String decision) {}
