package dev.kontor.finance.facts;

import java.math.BigDecimal;

/**
 * What the customer has paid of the order in one currency, beside what the revision in force is worth. None while
 * nothing is paid.
 *
 * @param paid allocated to its instalments and not taken back, in {@code currency}; more than zero
 * @param sameCurrency the revision is in that currency
 * @param left what the revision is worth beyond {@code paid}; negative when it is worth less, 0 where the currency is another
 */
public record MoneyPaid(BigDecimal paid, String currency, boolean sameCurrency, BigDecimal left) {}
