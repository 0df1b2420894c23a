/**
 * What customers accept at our works before it leaves them (预验收, R-6.10): recorded, signed, and never a delivery.
 *
 * <p>Start at {@link dev.kontor.logistics.preacceptance.RecordPreAcceptance}. No method here takes or returns null.
 */
package dev.kontor.logistics.preacceptance;
