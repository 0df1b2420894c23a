package dev.kontor.supervision.facts;

import java.math.BigDecimal;

/**
 * How a person or department did by one indicator in a month.
 *
 * @param subject who
 * @param name the indicator's
 * @param percent {@code good} of {@code count}, each by the share that counts of it, one decimal
 * @param count at least 1
 */
public record Measure(String subject, String name, BigDecimal percent, int good, int count) {}
