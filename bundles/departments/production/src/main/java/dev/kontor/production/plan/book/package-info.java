/**
 * Production's rows on plans: what was planned, what stands, what is done.
 *
 * <p>Start at {@link dev.kontor.production.plan.book.WorkOrder}. No method here takes or returns {@code null}.
 */
package dev.kontor.production.plan.book;
