package dev.kontor.api.order;

/**
 * One part of the price and when it falls due (付款节点).
 *
 * @param position 1 for the first
 * @param kind {@code advance}, {@code progress}, {@code before-dispatch}, {@code on-arrival}, {@code on-acceptance} or
 *     {@code retention}
 * @param means {@code transfer}, {@code bank-acceptance-bill}, {@code commercial-acceptance-bill},
 *     {@code sight-credit}, {@code usance-credit} or {@code finance-lease}
 * @param payer who pays if it is not the customer; otherwise empty
 */
public record Instalment(int position, String kind, Money amount, DueTerm due, String means, String payer) {}
