package dev.kontor.entry.fault;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;

/**
 * One field that was entered wrongly.
 *
 * @param revision in force when it was found; 0 before the first submission
 * @param enteredBy who wrote the field
 * @param confirmedBy who last confirmed it; empty if nobody did since it was written
 * @param reviewedBy who passed it in the preliminary review; empty if nobody did since it was written
 * @param stage where it was found
 */
public record EntryError(
        String id,
        OrderNumber order,
        int revision,
        String field,
        String wrong,
        String right,
        PersonId enteredBy,
        Instant enteredAt,
        String confirmedBy,
        String reviewedBy,
        Shares shares,
        String foundBy,
        String stage,
        String consequence,
        PersonId recordedBy,
        Instant recordedAt) {}
