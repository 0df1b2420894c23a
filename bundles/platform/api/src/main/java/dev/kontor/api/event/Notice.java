package dev.kontor.api.event;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something happened and was committed. Leaves by the outbox, at least once, in the order of its id within one order.
 *
 * @param id unique; a consumer that must not act twice remembers it
 * @param kind {@code order.changed}, {@code task.opened}, {@code task.ended}, {@code task.held},
 *     {@code person.told}, {@code rules.activated}, {@code bundles.changed}
 * @param roles and {@code people}: whom it concerns
 */
public record Notice(
        long id, String kind, Optional<OrderNumber> order, Text what, Set<Role> roles, Set<PersonId> people, Instant at) {}
