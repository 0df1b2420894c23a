/**
 * Delays and abnormalities: noticed by production, acknowledged by sales, passed on to the customer.
 *
 * <p>Start at {@link dev.kontor.production.plan.delay.Delays}. No method here takes or returns {@code null}.
 */
package dev.kontor.production.plan.delay;
