/**
 * Shipments and what logistics keeps of them. Start at {@link dev.kontor.logistics.shipment.Shipments}.
 *
 * <p>No method here takes or returns {@code null}.
 */
package dev.kontor.logistics.shipment;
