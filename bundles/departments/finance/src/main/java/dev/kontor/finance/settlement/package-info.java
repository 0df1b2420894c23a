/**
 * The end of an order as finance sees it: figures reconciled, settlement confirmed by finance and sales, completion and the
 * hand-over to the archive, statements of account.
 *
 * <p>Start at {@link dev.kontor.finance.settlement.Reconciliation} and {@link dev.kontor.finance.settlement.Settling}. Nothing here
 * takes or returns {@code null}.
 */
package dev.kontor.finance.settlement;
