package dev.kontor.api.document;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Evidence filed with an order when it arose. Never changed; a new version is another document.
 *
 * @param type media type found from the content, not from what the sender claimed
 * @param size in bytes
 * @param digest SHA-256 of the content, lower-case hex
 * @param destroyedAt since when it cannot be opened any more and only this is kept of it; empty as long as it is there
 */
public record Document(
        String id,
        OrderNumber order,
        DocumentKind kind,
        String name,
        String type,
        long size,
        String digest,
        PersonId by,
        Instant filedAt,
        Optional<Instant> destroyedAt) {

    /** One that is there. */
    public Document(
            String id, OrderNumber order, DocumentKind kind, String name, String type, long size, String digest, PersonId by,
            Instant filedAt) {
        this(id, order, kind, name, type, size, digest, by, filedAt, Optional.empty());
    }

    /** What is left of it. */
    public Document destroyed(Instant at) {
        return new Document(id, order, kind, name, type, size, digest, by, filedAt, Optional.of(at));
    }
}
