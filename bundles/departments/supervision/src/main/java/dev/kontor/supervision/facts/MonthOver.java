package dev.kontor.supervision.facts;

/**
 * A month that is to be audited.
 *
 * @param month ISO 8601, {@code 2026-11}
 * @param orders to which something happened in it
 */
public record MonthOver(String month, int orders) {}
