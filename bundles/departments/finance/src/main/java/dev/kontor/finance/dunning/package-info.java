/**
 * Reminding, dunning and cases of hardship.
 *
 * <p>Start at {@link dev.kontor.finance.dunning.Dunning}. Nothing here takes or returns null.
 */
package dev.kontor.finance.dunning;
