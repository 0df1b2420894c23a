package dev.kontor.api.order;

import java.util.List;

/**
 * The instalments in which a customer pays an order, in the contract's order (收款计划).
 *
 * <p>Late payment is not recorded here; the plan is what was agreed, finance keeps what happened.
 *
 * @param instalments at least one, all in the currency of the order
 */
public record PaymentPlan(List<Instalment> instalments) {

    public PaymentPlan {
        instalments = List.copyOf(instalments);
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("A payment plan needs at least one instalment.");
        }
    }

    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }
}
