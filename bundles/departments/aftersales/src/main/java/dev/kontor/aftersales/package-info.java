/**
 * Warranty, service, follow-up visits, improvements and retrospectives (chapter 8).
 *
 * <p>Start at {@link dev.kontor.aftersales.AfterSalesDepartment}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales;
