package dev.kontor.finance.facts;

import java.math.BigDecimal;

/**
 * An instalment of the order that is not paid in full.
 *
 * @param instalment its position, {@code 2}
 * @param kind {@code advance}, {@code progress}, {@code before-dispatch}, {@code on-arrival}, {@code on-acceptance}, {@code retention}
 * @param open what is not paid, in {@code currency}
 * @param dueKnown its due day is known; otherwise it waits for an event, {@code dueOn} is empty and {@code daysLate} 0
 * @param dueOn ISO 8601
 * @param daysLate calendar days behind the due day: 0 on it, negative before
 * @param disputed a warranty case disputes it; its day stays
 */
public record InstalmentOpen(
        String instalment,
        String kind,
        BigDecimal open,
        String currency,
        boolean dueKnown,
        String dueOn,
        int daysLate,
        boolean disputed) {}
