package dev.kontor.entry.facts;

/**
 * A contract that is registered and whose order is not submitted yet; gone once it is.
 *
 * @param kind {@code sale} or {@code framework}
 * @param signedOn ISO 8601
 * @param judged false where no calendar knows the year: nothing is due then
 */
public record RegisteredContract(String number, String kind, String signedOn, boolean judged) {}
