package dev.kontor.api.order;

import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * One reason why an order waits.
 *
 * @param kind {@code task}, {@code hold}, {@code arrival} or {@code roster}
 * @param what in words
 * @param on the role, person or department it waits on
 * @param until when it is due, exclusive
 */
public record Waiting(String kind, Text what, Text on, Instant since, Optional<Instant> until) {}
