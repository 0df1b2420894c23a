/**
 * From finished machines to goods that leave: planned, prepared, released, dispatched (clause 6.1). Start at
 * {@link dev.kontor.logistics.dispatch.PlanShipment}.
 */
package dev.kontor.logistics.dispatch;
