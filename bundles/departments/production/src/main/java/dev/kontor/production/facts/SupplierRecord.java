package dev.kontor.production.facts;

import java.math.BigDecimal;

/**
 * How a supplier delivered in a span of days.
 *
 * @param deliveries how many
 * @param punctualPercent of these those that came by their day, and in full
 * @param rejectedPercent of the quantity that came what was rejected
 */
public record SupplierRecord(String supplier, int deliveries, BigDecimal punctualPercent, BigDecimal rejectedPercent) {}
