package dev.kontor.supervision.facts;

/**
 * What the journal, the decisions and the milestones of an audited order show of one matter.
 *
 * @param matter {@code entry-late}, {@code entry-errors}, {@code review-late}, {@code overrides}, {@code production-late},
 *     {@code nonconformities}, {@code logistics-late}, {@code delivery-late}, {@code collection-late}, {@code payments-late},
 *     {@code service-late}, {@code archive-late}, {@code other-late} or {@code missing-stages}
 * @param count how often
 */
public record Observation(String order, String matter, int count) {}
