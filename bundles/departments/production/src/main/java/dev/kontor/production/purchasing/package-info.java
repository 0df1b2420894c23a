/**
 * Purchasing (regulation, clause 5.2): approved suppliers and their evaluation, requisitions, purchase contracts against the
 * order's budget, deliveries, supply problems. Start at {@code Buy}, then {@code Purchasing}. Nothing here takes or returns
 * {@code null}.
 */
package dev.kontor.production.purchasing;
