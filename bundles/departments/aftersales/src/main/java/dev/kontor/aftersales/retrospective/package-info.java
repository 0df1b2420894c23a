/**
 * What an order taught: sales looks back on it with the departments, and everybody concerned reads what came of it.
 *
 * <p>Start at {@link dev.kontor.aftersales.retrospective.HoldRetrospective}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.retrospective;
