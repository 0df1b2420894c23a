package dev.kontor.api.order;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.people.PersonId;
import java.util.List;
import java.util.Map;

/**
 * A sales order: the contract as entered, at one revision. Immutable; a change is a new revision.
 *
 * @param revision 1 at the first submission, one more at each resubmission or amendment
 * @param customerName as it was when the revision was made
 * @param representative the sales representative who answers for it
 * @param channel how the order came: {@code fair}, {@code online}, {@code referral} or a value the company added
 * @param more fields that a department bundle adds, by qualified name
 */
public record Order(
        OrderNumber number,
        int revision,
        Contract contract,
        CustomerId customer,
        String customerName,
        Contact contact,
        List<OrderLine> lines,
        PaymentPlan payment,
        Delivery delivery,
        List<ContractTerm> terms,
        PersonId representative,
        String channel,
        Map<String, String> more) {

    public Order {
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
        more = Map.copyOf(more);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order (%s) needs at least one line.".formatted(number));
        }
    }

    /** The price including value-added tax. */
    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    public String currency() {
        return lines.get(0).unitPrice().currency();
    }
}
