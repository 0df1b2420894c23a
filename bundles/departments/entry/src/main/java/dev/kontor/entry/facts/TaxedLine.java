package dev.kontor.entry.facts;

import java.math.BigDecimal;

/**
 * The value-added tax of a line of the revision in force, where the revision before it has no line of that rate.
 *
 * @param field where it is entered
 * @param rate in percent
 */
public record TaxedLine(String field, BigDecimal rate) {}
