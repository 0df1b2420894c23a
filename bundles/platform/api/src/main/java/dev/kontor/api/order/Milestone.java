package dev.kontor.api.order;

import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A milestone that an order has reached, at which revision, by whose command.
 *
 * @param on the day on which it happened, in the company's zone; the day of {@code reachedAt} or before
 * @param reachedAt when it was recorded
 */
public record Milestone(MilestoneName name, int revision, LocalDate on, Instant reachedAt, PersonId by) {}
