/** The carriers among which logistics chooses. Start at {@link dev.kontor.logistics.carrier.RegisterCarrier}. */
package dev.kontor.logistics.carrier;
