package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.SetVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * That a version began to decide.
 *
 * @param by empty when it came from the folder and nobody had claimed it
 * @param approvedBy the second person; empty where one was enough
 */
public record Activation(SetVersion version, Instant at, Optional<PersonId> by, Optional<PersonId> approvedBy, String reason) {

    static Activation of(KeptVersion begun) {
        return new Activation(begun.version(), begun.at(), begun.by(), begun.approvedBy(), begun.reason());
    }
}
