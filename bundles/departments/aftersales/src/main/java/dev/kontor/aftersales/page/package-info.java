/**
 * What after-sales shows on the pages of orders, machines and customers.
 *
 * <p>No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.page;
