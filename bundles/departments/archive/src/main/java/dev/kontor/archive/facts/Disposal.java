package dev.kontor.archive.facts;

/**
 * Documents of a volume that somebody wants destroyed.
 *
 * @param volume its archival code
 * @param permanent one of them is kept for ever
 * @param keptUntil the latest last day of their retention, ISO 8601; empty when permanent
 * @param daysLeft calendar days to it: 0 on that day, negative afterwards
 * @param holds legal holds on the volume that nobody has released
 * @param settled finance and sales have settled the order
 */
public record Disposal(String volume, boolean permanent, String keptUntil, int daysLeft, int holds, boolean settled) {}
