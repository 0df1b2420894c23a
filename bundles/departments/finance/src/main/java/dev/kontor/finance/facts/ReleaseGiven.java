package dev.kontor.finance.facts;

import java.math.BigDecimal;

/**
 * A release of the order in spite of what holds it (放行特批), proposed by one person and confirmed by a second (policy 9).
 *
 * @param item {@code production}, {@code payment}, {@code dunning} or {@code credit}: what it lets go
 * @param amount up to which it holds, in {@code currency}
 * @param amountLeft the amount less what is open now; negative when more is open than was released
 * @param lastDay ISO 8601
 * @param daysLeft calendar days to the last day: 0 on that day, negative afterwards
 */
public record ReleaseGiven(
        String item,
        BigDecimal amount,
        String currency,
        BigDecimal amountLeft,
        String lastDay,
        int daysLeft,
        String reason,
        String proposedBy,
        String confirmedBy) {}
