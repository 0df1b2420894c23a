package dev.kontor.finance.facts;

import java.math.BigDecimal;

/**
 * The instalment that the order's customer, or one of its affiliates, has owed the longest, of whatever order; only while there is
 * a late one.
 *
 * @param order its number
 * @param instalment its position
 * @param open what is not paid, in {@code currency}
 * @param daysLate calendar days behind the due day, 1 or more
 */
public record CustomerOverdue(String customer, String order, String instalment, BigDecimal open, String currency, int daysLate) {}
