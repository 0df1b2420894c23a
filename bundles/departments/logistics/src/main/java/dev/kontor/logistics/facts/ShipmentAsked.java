package dev.kontor.logistics.facts;

import java.math.BigDecimal;

/**
 * A shipment that is to be released or dispatched, as {@code logistics/release} and {@code logistics/dispatch} see it
 * . Handed in with the question.
 *
 * @param number 1 for the order's first
 * @param cleared the order stands on {@code review.cleared}, and is not ended
 * @param machines how many it has
 * @param unfinished how many of them are not finished and passed by the final inspection
 * @param firstUnfinished the serial number of the first of these; may be empty
 * @param whole with what has left before it covers everything that was ordered
 * @param partialAllowed the contract allows partial delivery
 * @param released {@code logistics/release} has let it pass
 * @param transportContract a signed one is filed
 * @param packed there is a packing list
 * @param insuranceDecided it is insured, or somebody has said why not
 * @param value of its machines including value-added tax, in {@code currency}
 * @param notPreAccepted how many the customer did not accept in our works when it last looked, or where the contract lists it has
 *     not looked at
 * @param firstNotPreAccepted the serial number of the first of these; may be empty
 */
public record ShipmentAsked(
        int number,
        boolean cleared,
        int machines,
        int unfinished,
        String firstUnfinished,
        boolean whole,
        boolean partialAllowed,
        boolean released,
        boolean transportContract,
        boolean packed,
        boolean insuranceDecided,
        BigDecimal value,
        String currency,
        int notPreAccepted,
        String firstNotPreAccepted) {

    public ShipmentAsked(
            int number,
            boolean cleared,
            int machines,
            int unfinished,
            String firstUnfinished,
            boolean whole,
            boolean partialAllowed,
            boolean released,
            boolean transportContract,
            boolean packed,
            boolean insuranceDecided,
            BigDecimal value,
            String currency) {
        this(number, cleared, machines, unfinished, firstUnfinished, whole, partialAllowed, released, transportContract, packed,
                insuranceDecided, value, currency, 0, "");
    }
}
