package dev.kontor.api.task;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Deadline;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that a role owes an order.
 *
 * @param subject which of several alike, for example the department whose opinion is asked; may be empty
 * @param holder the one person who must do it; empty when anybody in the role may
 * @param openedAt the instant it was open to the role; reassigning never changes it
 * @param deadline empty when nothing is due
 * @param suspendedAt since when its clock stands still, because somebody else owes an answer
 * @param decision id of the decision that required it; empty when a department raised it itself
 * @param version grows with every change
 */
public record Task(
        TaskId id,
        OrderNumber order,
        TaskKind kind,
        String subject,
        Role role,
        Optional<PersonId> holder,
        Instant openedAt,
        Optional<Deadline> deadline,
        Optional<Instant> suspendedAt,
        String decision,
        long version) {}
