/**
 * What is to be done better: planned, done, and verified by somebody else.
 *
 * <p>Start at {@link dev.kontor.aftersales.improvement.Improvements}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.improvement;
