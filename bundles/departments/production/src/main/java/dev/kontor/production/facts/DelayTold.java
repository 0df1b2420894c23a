package dev.kontor.production.facts;

/**
 * Production has told sales of a delay or an abnormality.
 *
 * @param notice its number in the order, 1 for the first
 * @param acknowledged sales has taken note
 * @param passedOn the customer knows
 * @param deliveryOn the day of delivery that follows, ISO 8601
 */
public record DelayTold(String notice, boolean acknowledged, boolean passedOn, String deliveryOn) {}
