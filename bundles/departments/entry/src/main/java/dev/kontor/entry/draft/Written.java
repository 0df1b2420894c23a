package dev.kontor.entry.draft;

import dev.kontor.api.people.PersonId;
import java.time.Instant;

/** The value of one field, and who answers for it. */
public record Written(String value, PersonId by, Instant at) {}
