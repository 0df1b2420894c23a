package dev.kontor.aftersales.facts;

/**
 * The day has come on which a customer was to be visited.
 *
 * @param visit its number within the order, {@code V1}
 * @param position 1 for the first after delivery
 * @param deliveredOn ISO 8601
 * @param months calendar months after delivery for which it was planned
 */
public record VisitDue(String visit, int position, String deliveredOn, int months) {}
