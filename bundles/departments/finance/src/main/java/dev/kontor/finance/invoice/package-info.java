/**
 * Value-added tax and the register of invoices. Issuing itself stays in the tax platform: here stands what was issued.
 *
 * <p>Start at {@link dev.kontor.finance.invoice.InvoiceBook} and {@link dev.kontor.finance.invoice.Taxes}. Nothing here takes or
 * returns {@code null}.
 */
package dev.kontor.finance.invoice;
