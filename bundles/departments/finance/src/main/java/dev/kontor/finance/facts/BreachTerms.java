package dev.kontor.finance.facts;

/**
 * What an order's breach clauses agree for lateness, and whether finance has read it.
 *
 * @param clauses how many breach clauses the contract has
 * @param read finance has said of these very clauses that their terms are entered, or that they agree on no penalty
 * @param underWay the order is cleared, and neither settled nor ended
 */
public record BreachTerms(int clauses, boolean read, boolean underWay) {}
