package dev.kontor.api.assessment;

import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that counts for an indicator, once for the person and once for the department.
 *
 * @param person whose work it was; empty when it was nobody's in particular
 * @param department whose work it was, by id; empty when it counts for the person alone
 * @param kind of the journal's line behind it, {@code task.completed}
 * @param good whether it was as it should be
 * @param decision id of the decision that found it; may be empty
 * @param share how much of it counts, in per cent: more than 0, and 100 for all of it
 */
public record Counted(
        Optional<PersonId> person, String department, Instant at, String kind, boolean good, String decision, BigDecimal share) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Counted {
        if (share.signum() <= 0 || share.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("The share (%s) of what counts is more than 0 and at most 100 per cent.".formatted(share));
        }
    }

    public Counted(Optional<PersonId> person, String department, Instant at, String kind, boolean good, String decision) {
        this(person, department, at, kind, good, decision, WHOLE);
    }

    /** Whether all of it counts. */
    public boolean isWhole() {
        return share.compareTo(WHOLE) == 0;
    }
}
