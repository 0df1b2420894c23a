package dev.kontor.logistics.facts;

/**
 * Something happened from which work follows; {@code logistics/work} says whose, and within how many working days.
 *
 * @param kind {@code ready}, {@code planned}, {@code under-way}, {@code arrived},
 *     {@code accepted-on-arrival} where a final acceptance follows, {@code incident}, {@code objection}, or {@code signer} where somebody has to decide
 *     who signs for the customer
 * @param subject what it is about; the subject of the tasks that follow
 * @param role who owns an objection, or decides on a signer; otherwise empty
 */
public record WorkArose(String kind, String subject, String role) {}
