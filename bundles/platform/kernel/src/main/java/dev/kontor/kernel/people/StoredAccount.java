package dev.kontor.kernel.people;

import dev.kontor.api.people.PersonId;
import java.time.Instant;

/**
 * An account as it is kept.
 *
 * @param hash empty if nobody can sign in with a password
 * @param oneTime the password was given by somebody else and must be changed
 * @param oneTimeUntil after this it opens nothing any more
 */
record StoredAccount(
        PersonId id,
        String name,
        String hash,
        boolean oneTime,
        Instant oneTimeUntil,
        boolean enabled,
        String language,
        Instant since,
        long version) {}
