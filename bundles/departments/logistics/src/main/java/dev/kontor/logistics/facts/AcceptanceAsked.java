package dev.kontor.logistics.facts;

/**
 * A shipment whose acceptance checklist is made, as {@code logistics/acceptance} sees it. Every Check that is
 * concluded there becomes an item of the checklist.
 *
 * @param number of the shipment, 1 for the order's first
 * @param machines how many it has
 * @param terms clauses of the contract about acceptance
 * @param clauses their numbers in the contract
 * @param acceptance {@code arrival}, or {@code final} after commissioning
 */
public record AcceptanceAsked(int number, int machines, int terms, String clauses, String acceptance) {

    public AcceptanceAsked(int number, int machines, int terms, String clauses) {
        this(number, machines, terms, clauses, "arrival");
    }
}
