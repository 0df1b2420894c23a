/**
 * What a customer is entitled to.
 *
 * <p>Start at {@link dev.kontor.aftersales.warranty.Warranties}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.warranty;
