package dev.kontor.aftersales.facts;

/**
 * An order is completed; nobody has looked back on it yet.
 *
 * @param completedOn ISO 8601
 */
public record OrderCompleted(String completedOn) {}
