package dev.kontor.api.journal;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;

/**
 * One line of a journal: who did what, when, and what it changed. Never changed, never purged.
 *
 * @param sequence 1 for the first of its journal, without gaps
 * @param kind what happened, {@code review.opinion-given}
 * @param simulated the business clock was moved by hand
 * @param decision id of the decision behind it; may be empty
 * @param hash SHA-256 over this entry and the hash before it, lower-case hex
 */
public record Entry(
        long sequence,
        Instant at,
        PersonId by,
        String kind,
        Text what,
        List<Change> changes,
        boolean simulated,
        String decision,
        String hash) {

    public Entry {
        changes = List.copyOf(changes);
    }
}
