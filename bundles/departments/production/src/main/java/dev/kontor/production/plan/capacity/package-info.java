/**
 * Work centres, what they can do in a working day, and what is taken of it.
 *
 * <p>Start at {@link dev.kontor.production.plan.capacity.Scheduler}. No method here takes or returns {@code null}.
 */
package dev.kontor.production.plan.capacity;
