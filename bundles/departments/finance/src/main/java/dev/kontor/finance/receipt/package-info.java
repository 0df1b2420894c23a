/** Receipts that no order accounts for: each is a finding, an order outside the flow. Nothing here takes or returns {@code null}. */
package dev.kontor.finance.receipt;
