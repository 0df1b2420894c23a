/**
 * Bank guarantees that customers hold instead of retention money (保函, policy 12), until they come back.
 *
 * <p>Start at {@link dev.kontor.finance.guarantee.Guarantees}. Nothing here takes or returns null.
 */
package dev.kontor.finance.guarantee;
