package dev.kontor.archive.facts;

/**
 * How long the law has a group of documents kept at least, whatever a company sets.
 *
 * @param group {@code voucher}, {@code statement}, or {@code volume} for contracts and all else of an order
 */
public record LegalMinimum(String group, int months) {}
