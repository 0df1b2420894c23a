/**
 * What is built when, at which work centre, and whether it will be ready in time.
 *
 * <p>Start at {@link dev.kontor.production.plan.Planning}. No method here takes or returns {@code null}.
 */
package dev.kontor.production.plan;
