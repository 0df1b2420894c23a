package dev.kontor.kernel.order;

import dev.kontor.api.order.Order;

/**
 * A revision of an order, as it was read.
 *
 * @param text canonical JSON
 */
public record Revision(Order order, String text) {}
