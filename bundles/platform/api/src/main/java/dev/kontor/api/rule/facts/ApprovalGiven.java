package dev.kontor.api.rule.facts;

import java.math.BigDecimal;

/**
 * A failing item that a special approval (特批) lets pass, proposed by one person and confirmed by a second. The
 * set that fails the item also says whether the approval holds, by a Check on {@code check}.
 *
 * @param item the subject of the Check that fails
 * @param check {@code <item>.approval}
 * @param current it was given for this revision, or holds for later ones too; false in another currency
 * @param amount up to which it holds, in {@code currency}
 * @param amountLeft the amount less the order's total; negative when the order is worth more than was approved
 * @param lastDay ISO 8601
 * @param daysLeft calendar days to the last day: 0 on that day, negative afterwards
 */
public record ApprovalGiven(
        String item,
        String check,
        boolean current,
        BigDecimal amount,
        BigDecimal amountLeft,
        String currency,
        String lastDay,
        int daysLeft,
        String reason,
        String proposedBy,
        String confirmedBy) {

    /** What the subject of the Check on an approval ends in. */
    public static final String CHECK = ".approval";
}
