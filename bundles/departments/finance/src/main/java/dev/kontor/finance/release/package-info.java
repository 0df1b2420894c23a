/**
 * Letting an order go on in spite of open money or used-up credit, by two persons (policy 9).
 *
 * <p>Start at {@link dev.kontor.finance.release.ProposeRelease}. Nothing here takes or returns null.
 */
package dev.kontor.finance.release;
