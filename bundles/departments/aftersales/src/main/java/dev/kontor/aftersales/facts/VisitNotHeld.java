package dev.kontor.aftersales.facts;

/**
 * A customer was to be visited, and was not.
 *
 * @param visit its number within the order, {@code V1}, or {@code U1} of one that was not planned from delivery on
 * @param outcome {@code not-reached} or {@code declined}
 * @param tries how often they were to be visited by now: 1 the first time
 * @param again by what a visit that follows from it is known
 */
public record VisitNotHeld(String visit, String outcome, int tries, String again) {}
