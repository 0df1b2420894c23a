/**
 * The opening (期初建账): orders that were under way when the company began to work here. They wait as rows that may be
 * corrected, are signed as a whole by two people, and then become orders, once and for all. Start at {@link
 * dev.kontor.entry.opening.Openings}.
 *
 * <p>No method here takes or returns {@code null}.
 */
package dev.kontor.entry.opening;
