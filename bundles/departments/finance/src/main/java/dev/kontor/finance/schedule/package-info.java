/**
 * What is owed on an order, when it falls due and what was paid of it.
 *
 * <p>Start at {@link dev.kontor.finance.schedule.Schedule}. Nothing here takes or returns null.
 */
package dev.kontor.finance.schedule;
