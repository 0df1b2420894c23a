/**
 * Follow-up visits, and how satisfied customers are with the equipment and with the service.
 *
 * <p>Start at {@link dev.kontor.aftersales.visit.Visits}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.visit;
