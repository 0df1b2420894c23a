package dev.kontor.api.order;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An order as a row of a list.
 *
 * @param signedOn the day of signing; before {@code entry.registered} the day that is planned
 * @param milestone the latest that was reached
 * @param total empty until the order, or the draft of its contract, is submitted
 * @param judged false for an imported order of a year without a calendar: it is marked, and no deadline is judged
 * @param version grows with every command on the order
 */
public record OrderSummary(
        OrderNumber number,
        int revision,
        ContractNumber contract,
        CustomerId customer,
        String customerName,
        LocalDate signedOn,
        PersonId representative,
        MilestoneName milestone,
        Optional<Money> total,
        boolean judged,
        Instant registeredAt,
        long version) {}
