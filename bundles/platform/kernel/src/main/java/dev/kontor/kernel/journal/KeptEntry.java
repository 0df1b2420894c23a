package dev.kontor.kernel.journal;

import dev.kontor.api.people.PersonId;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.json.Raw;
import java.time.Instant;

/**
 * An entry as its row keeps it. What it says is canonical text and stays so: a hash is proved without reading what it covers.
 *
 * @param what the text of a {@link dev.kontor.api.text.Text}
 * @param changes the text of the changes
 * @param decision its id; empty without one
 * @param hash covers all of it, the journal and the hash before it: SHA-256, lower-case hex
 */
public record KeptEntry(
        long sequence,
        Instant at,
        PersonId by,
        String kind,
        String what,
        String changes,
        boolean simulated,
        String decision,
        String hash) {

    /** What the hash covers. */
    private record Sealed(
            String journal,
            long sequence,
            Instant at,
            PersonId by,
            String kind,
            Raw what,
            Raw changes,
            boolean simulated,
            String decision,
            String before) {}

    /** This entry in a journal, after an entry of this hash, which is empty at the beginning. */
    public KeptEntry chained(String journal, String before) {
        return new KeptEntry(sequence, at, by, kind, what, changes, simulated, decision, seal(journal, before));
    }

    /** Whether it stands as it was written in this journal, after an entry of this hash. */
    public boolean follows(String journal, String before) {
        return hash.equals(seal(journal, before));
    }

    private String seal(String journal, String before) {
        return Canonical.digest(Canonical.text(
                new Sealed(journal, sequence, at, by, kind, new Raw(what), new Raw(changes), simulated, decision, before)));
    }
}
