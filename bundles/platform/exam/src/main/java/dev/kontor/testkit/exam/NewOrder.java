package dev.kontor.testkit.exam;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the demo company comes by an order: from the customer's master to the last opinion of the joint review. */
final class NewOrder {

    private final Staff staff;
    private final LocalDate today;

    NewOrder(Staff staff) {
        this.staff = staff;
        this.today = staff.service(Clock.class).today();
    }

    OrderNumber cleared(long yuan) {
        OrderNumber order = registered(trusted());
        staff.does("lina", "entry/save", order, contract(yuan));
        staff.does("lina", "entry/submit", order, Map.of("confirmed", "yes"));
        staff.does("chen", "review/pass-preliminary", order, Map.of(
                "item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order", "item-policy", "in-order",
                "signed-on", today.toString()));
        staff.does("sun", "review/opine", order, Map.of(
                "feasibility", "feasible", "cycle", "fits", "material", "available", "verdict", "no-objection"));
        staff.does("zhou", "review/opine", order, Map.of(
                "payment-method", "reasonable", "condition", "good", "credit-risk", "low", "verdict", "no-objection"));
        staff.does("wu", "review/opine", order, Map.of(
                "compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable", "verdict", "no-objection"));
        return order;
    }

    /** A customer whom nobody else deals with, so that contracts do not add up; it may owe ten million. */
    private String trusted() {
        String customer = staff.does("lina", "customers/save", Map.of(
                        "name", "Trial Machines " + UUID.randomUUID(), "country", "DE", "address", "Hafenstr. 1, Hamburg",
                        "contacts", List.of(new Values(Map.of("name", "Anke", "phone", "+49 40 1", "email", "anke@example.org")))))
                .id();
        staff.does("zhou", "finance/set-credit-limit", Map.of(
                "customer", customer, "limit", "10000000", "currency", "CNY", "expires", today.plusYears(1).toString(), "reason", "Pays early."));
        staff.does("gao", "finance/confirm-credit-limit", Map.of("subject", customer, "agreed", "yes"));
        return customer;
    }

    private OrderNumber registered(String customer) {
        return staff.does("lina", "entry/register", Map.of(
                        "contract-number", "TRIAL-" + UUID.randomUUID().toString().substring(0, 8), "contract-kind", "sale", "customer", customer,
                        "signed-on", today.toString()))
                .order().orElseThrow();
    }

    private Map<String, Object> contract(long yuan) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "contact-name", "Anke", "contact-phone", "+49 40 1", "channel", "fair", "currency", "CNY", "plan", "30-60-10",
                "delivery-date", today.plusDays(120).toString(), "delivery-place", "Hamburg", "partial", "no"));
        values.put("lines", List.of(new Values(Map.of(
                "model", "KX-500", "name", "Machining centre", "quantity", "1", "unit", "台", "price", "" + yuan, "tax", "13",
                "parameters", "Spindle: 12000 rpm"))));
        values.put("terms", List.of(
                term("exemption", "11.2", "No liability for consequential loss."), term("breach", "12.1", "0.05 % a day, at most 5 %.")));
        values.put("contract-file", staff.paper("contract"));
        return values;
    }

    private static Values term(String kind, String number, String words) {
        return new Values(Map.of("kind", kind, "number", number, "words", words));
    }
}
