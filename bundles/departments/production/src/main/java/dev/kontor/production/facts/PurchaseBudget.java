package dev.kontor.production.facts;

import java.math.BigDecimal;

/**
 * A purchase that is not placed yet, beside what buying for its order may cost. Amounts in CNY, including
 * value-added tax.
 *
 * @param contract number of the purchase contract
 * @param committed what was bought for the order so far, this purchase included
 * @param overPercent by how much of the budget it is exceeded; zero or less while it is kept, 100 where it is zero
 */
public record PurchaseBudget(String contract, BigDecimal budget, BigDecimal committed, BigDecimal overPercent) {}
