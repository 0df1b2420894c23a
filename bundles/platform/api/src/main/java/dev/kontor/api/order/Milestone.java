package dev.kontor.api.order;

import dev.kontor.api.people.PersonId;
import java.time.Instant;

/** A milestone that an order has reached, at which revision, by whose command. */
public record Milestone(MilestoneName name, int revision, Instant reachedAt, PersonId by) {}
