package dev.kontor.production.facts;

/**
 * The next thing that purchasing owes an order.
 *
 * @param subject of the task in which it is done
 * @param step {@code buy} for a request whose materials are not all bought, {@code problem} for one that is not solved,
 *     {@code propose-budget} where there is no budget to buy within, {@code budget} for one that is to be raised
 * @param what in words
 * @param leadKnown of a request: of each of its materials it is known how long it takes, see {@link SupplyLead}; else false
 */
public record SupplyStep(String subject, String step, String what, boolean leadKnown) {

    /** As it was before lead times counted. */
    public SupplyStep(String subject, String step, String what) {
        this(subject, step, what, false);
    }
}
