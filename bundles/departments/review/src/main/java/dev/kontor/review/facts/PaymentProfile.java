package dev.kontor.review.facts;

import java.math.BigDecimal;

/**
 * The shape of an order's payment plan.
 *
 * @param prepaymentPercent share of the price due as advance, in percent with two decimals, rounded down: 29.999 % is
 *     less than 30
 * @param retentionPercent share held as retention money, rounded up: 10.001 % is more than 10
 * @param retentionMonths the longest time until retention money falls due, in calendar months begun
 * @param instalments how many
 * @param thirdPartyPayer somebody else than the customer pays an instalment
 * @param foreignCurrency not CNY
 * @param coversPrice the instalments add up to the order's price
 */
public record PaymentProfile(
        BigDecimal prepaymentPercent,
        BigDecimal retentionPercent,
        int retentionMonths,
        int instalments,
        boolean commercialAcceptanceBill,
        boolean usanceCredit,
        boolean financeLease,
        boolean thirdPartyPayer,
        boolean foreignCurrency,
        boolean coversPrice,
        String currency) {}
