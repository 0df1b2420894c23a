package dev.kontor.entry.fault;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;

/**
 * One field that was entered wrongly.
 *
 * @param revision in force when it was found; 0 before the first submission
 * @param enteredBy who wrote the field
 * @param confirmedBy who confirmed that revision; empty before the first submission
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
        String foundBy,
        String stage,
        String consequence,
        PersonId recordedBy,
        Instant recordedAt) {}
