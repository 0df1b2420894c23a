package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was decided about one subject. To be stricter holds at once; to be laxer takes a second person, where there is one.
 *
 * @param subject a rule set by its name, or what else is named in {@link Policies}
 * @param strict what holds
 * @param laxer whether it is asked for that it no longer be strict, and the second person has not agreed yet
 * @param by who decided, or asked
 * @param approvedBy the second person; empty where there was none
 */
record Policy(String subject, boolean strict, boolean laxer, PersonId by, Optional<PersonId> approvedBy, Instant at) {}
