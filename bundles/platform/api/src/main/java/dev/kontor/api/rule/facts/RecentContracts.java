package dev.kontor.api.rule.facts;

import dev.kontor.api.order.Money;

/**
 * The contracts that the customer and its affiliates signed within so many calendar days, this one included, cancelled
 * ones not: split orders are added up. Of all such spans in which this one lies it is the one with the greatest
 * total, so that it does not matter which part is entered first. One fact for each span that a rule may ask for.
 *
 * @param days length of the span in calendar days
 * @param total including value-added tax, in CNY: each contract in another currency at the company's rate of its signing
 *     date; without that rate nothing is decided
 * @param count how many contracts
 */
public record RecentContracts(int days, Money total, int count) {}
