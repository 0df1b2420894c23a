package dev.kontor.api.document;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;

/**
 * Evidence filed with an order when it arose. Never changed; a new version is another document.
 *
 * @param type media type found from the content, not from what the sender claimed
 * @param size in bytes
 * @param digest SHA-256 of the content, lower-case hex
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
        Instant filedAt) {}
