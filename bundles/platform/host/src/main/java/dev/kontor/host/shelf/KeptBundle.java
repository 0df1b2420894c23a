package dev.kontor.host.shelf;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A jar and what became of it.
 *
 * @param digest SHA-256, lower-case hex; its key
 * @param name the symbolic name
 * @param file as it was called when it came
 * @param changedBy who decided what it is now, or the platform
 * @param trouble why it was refused or did not start, a sentence each
 */
public record KeptBundle(
        String digest,
        String name,
        String version,
        State state,
        String file,
        Optional<Signer> signer,
        Instant arrivedAt,
        PersonId arrivedBy,
        Instant changedAt,
        PersonId changedBy,
        List<Text> trouble) {

    private static final int SHORT = 16;
    private static final int SHORTEST = 8;

    public KeptBundle {
        trouble = List.copyOf(trouble);
    }

    /** One that came just now. */
    public static KeptBundle arrived(Inspection inspection, String file, Instant at, PersonId by) {
        State state = inspection.refusals().isEmpty() ? State.CANDIDATE : State.REFUSED;
        return new KeptBundle(inspection.digest(), inspection.name(), inspection.version(), state, file, inspection.signer(),
                at, by, at, by, inspection.refusals());
    }

    public KeptBundle become(State next, Instant at, PersonId by, List<Text> why) {
        return new KeptBundle(digest, name, version, next, file, signer, arrivedAt, arrivedBy, at, by, why);
    }

    /** Whether somebody who types this, the SHA-256 or its beginning, can mean it. */
    public boolean isMeantBy(String typed) {
        return typed.length() >= SHORTEST && digest.startsWith(typed);
    }

    /** As people compare it. */
    public String shortDigest() {
        return digest.substring(0, SHORT);
    }
}
