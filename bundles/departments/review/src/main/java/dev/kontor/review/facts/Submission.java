package dev.kontor.review.facts;

/**
 * The revision that was submitted, against the one that last passed the preliminary review.
 *
 * @param first no revision has passed the preliminary review yet
 * @param representativeHeadsSales the order's representative holds the head of sales' role
 * @param commercialChanges changed fields of price, quantity, model, payment or customer
 * @param contractChanges changed fields of contract, terms or delivery
 * @param otherChanges changed fields beside those
 * @param newAgreements supplementary agreements that the earlier revision did not have
 * @param solutions agreed solutions of the last round, of any kind
 * @param missing how many things a complete order still lacks
 * @param firstMissing the first of them, by field; empty if none
 * @param breachTerms key terms on liability for breach
 * @param deliveryDays calendar days from signing to delivery; negative if delivery is before
 */
public record Submission(
        int revision,
        boolean first,
        boolean representativeHeadsSales,
        int commercialChanges,
        int contractChanges,
        int otherChanges,
        int newAgreements,
        int solutions,
        int missing,
        String firstMissing,
        int breachTerms,
        int deliveryDays) {}
