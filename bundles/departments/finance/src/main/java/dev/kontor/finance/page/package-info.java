/**
 * Finance's pages and parts of pages about collection.
 *
 * <p>Start at {@link dev.kontor.finance.page.ReceivablesPage}. Nothing here takes or returns null.
 */
package dev.kontor.finance.page;
