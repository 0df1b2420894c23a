package dev.kontor.entry.opening;

import dev.kontor.api.order.Money;
import dev.kontor.api.people.PersonId;
import java.time.Instant;

/**
 * An order that waits to be opened, or was.
 *
 * @param source the other system, {@code key} names the row in it
 * @param receivable what is not paid of what was delivered
 * @param exposure what is not paid at all
 * @param by who brought it in, and answers for its fields
 * @param order the number of the order that it became; empty before
 * @param leftOut why it became none, after the opening was closed; empty otherwise
 */
record Row(
        String id,
        int opening,
        String source,
        String key,
        String contract,
        String customer,
        String customerName,
        Stage stage,
        Money total,
        Money receivable,
        Money exposure,
        PersonId by,
        Instant at,
        String order,
        String leftOut) {

    /** By what its files are kept until they are filed with its order. */
    String keeper() {
        return "opening-row-" + id;
    }
}
