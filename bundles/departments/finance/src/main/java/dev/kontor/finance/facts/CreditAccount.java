package dev.kontor.finance.facts;

import java.math.BigDecimal;

/**
 * A customer's credit as it stands when the rules are asked, the order in question included.
 *
 * @param approved a limit was set; otherwise {@code limit} is zero
 * @param expired the limit's last day is over
 * @param limit in {@code currency}
 * @param exposure what the customer's orders that are not closed add up to, in {@code currency}
 * @param headroom limit less exposure; negative when the limit is exceeded
 * @param otherCurrency an order that counts is in another currency and is not in the exposure
 */
public record CreditAccount(
        String customer,
        boolean approved,
        boolean expired,
        BigDecimal limit,
        BigDecimal exposure,
        BigDecimal headroom,
        boolean otherCurrency,
        String currency) {}
