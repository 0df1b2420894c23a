package dev.kontor.entry.facts;

/**
 * The draft of a contract that is to be reviewed before it is signed; gone once it is registered.
 *
 * @param number as printed on the draft
 * @param kind {@code sale} or {@code framework}
 * @param plannedOn the day it is to be signed, ISO 8601
 */
public record IntendedContract(String number, String kind, String plannedOn) {}
