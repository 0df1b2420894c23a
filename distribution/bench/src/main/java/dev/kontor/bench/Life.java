package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One order's life, by the people who owe it something. */
final class Life {

    /** Before production and before dispatch; the rest is retention money, due in a year. */
    static final List<String> PAID = List.of("150000.00", "300000.00");

    private static final List<String> INSPECTIONS = List.of("incoming", "in-process", "final");

    private final Staffed staff;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String order = "";

    Life(Staffed staff) {
        this.staff = staff;
    }

    /** What the company has before its first order; the demo company brings the rest, and has to be there first. */
    static void equip(Instance instance) throws IOException, InterruptedException {
        Staffed staff = new Staffed(instance);
        for (int tries = 0; tries < 120; tries++) {
            if (staff.get("auditor", "orders?milestone=archive.filed&limit=1").path("orders").size() == 1) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IOException("The demo company has filed no order.");
    }

    /** @return the order's number */
    String whole() throws IOException, InterruptedException {
        entered();
        reviewed();
        produced();
        delivered();
        closed();
        return order;
    }

    private JsonNode does(String who, String command, Map<String, ?> typed) throws IOException, InterruptedException {
        return staff.does(who, command, order, typed);
    }

    private void entered() throws IOException, InterruptedException {
        String customer = staff.company("lina", "customers/save", Map.of(
                        "name", "Bench " + UUID.randomUUID(), "country", "DE", "address", "Hamburg",
                        "contacts", List.of(Map.of("name", "Anke", "phone", "1", "email", "a@example.org"))))
                .path("id")
                .asText();
        staff.company("zhou", "finance/set-credit-limit", Map.of("customer", customer, "limit", "10000000", "currency", "CNY",
                "expires", today.plusYears(1).toString(), "reason", "Pays early."));
        order = staff.company("lina", "entry/register", Map.of("contract-number", "B-" + UUID.randomUUID(), "contract-kind", "sale",
                        "customer", customer, "signed-on", today.toString()))
                .path("order")
                .asText();
        Map<String, Object> typed = new HashMap<>(Map.of(
                "contact-name", "Anke", "contact-phone", "1", "channel", "fair", "currency", "CNY", "plan", "30-60-10",
                "delivery-date", today.plusDays(120).toString(), "delivery-place", "Hamburg", "partial", "no",
                "contract-file", staff.paper("lina")));
        typed.put("lines", List.of(Map.of("model", "KX-500", "name", "Machining centre", "quantity", "1", "unit", "台", "price", "500000",
                "tax", "13", "parameters", "Spindle: 12000 rpm")));
        typed.put("terms", List.of(
                Map.of("kind", "exemption", "number", "11.2", "words", "No liability for consequential loss."),
                Map.of("kind", "breach", "number", "12.1", "words", "0.05 % a day, at most 5 %.")));
        does("lina", "entry/save", typed);
        does("lina", "entry/submit", Map.of("confirmed", "yes"));
    }

    private void reviewed() throws IOException, InterruptedException {
        does("chen", "review/pass-preliminary", Map.of("item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order",
                "item-policy", "in-order", "signed-on", today.toString()));
        does("sun", "review/opine", Map.of("feasibility", "feasible", "cycle", "fits", "material", "available", "verdict", "no-objection"));
        does("zhou", "review/opine", Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low", "verdict", "no-objection"));
        does("wu", "review/opine", Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable",
                "verdict", "no-objection"));
    }

    private void produced() throws IOException, InterruptedException {
        does("qian", "production/make-plan", Map.of("operations", List.of(
                Map.of("line", "1", "name", "Mill the bed", "centre", "MC", "hours", "1"),
                Map.of("line", "1", "name", "Assemble", "centre", "AS", "hours", "1"))));
        paid(PAID.get(0));
        does("qian", "production/release-plan", Map.of());
        for (String kind : INSPECTIONS) {
            JsonNode form = staff.form("qian", "production/present", order);
            staff.does("qian", "production/present", order, form, Map.of("kind", kind, "machines", options(form, "machines")));
            Map<String, Object> measured = new HashMap<>(Map.of("value-1", "0.01", "value-2", "70"));
            JsonNode inspection = staff.form("ma", "production/inspect", order);
            if (inspection.toString().contains("\"components\"")) {
                measured.put("components", List.of(Map.of("name", "Spindle", "supplier", "Spindles", "batch", "B-77")));
            }
            staff.does("ma", "production/inspect", order, inspection, measured);
        }
    }

    private void paid(String amount) throws IOException, InterruptedException {
        does("tang", "finance/record-receipt", Map.of("voucher", "V-" + UUID.randomUUID(), "amount", amount, "document", staff.paper("tang")));
    }

    private void delivered() throws IOException, InterruptedException {
        paid(PAID.get(1));
        JsonNode plan = staff.form("lu", "logistics/plan-shipment", order);
        staff.does("lu", "logistics/plan-shipment", order, plan,
                Map.of("mode", "road", "carrier", options(plan, "carrier").get(0), "reason", "In time."));
        does("lu", "logistics/prepare-shipment", Map.of("contract-number", "TC", "contract", staff.paper("lu"), "duties", "yes",
                "packing", "Crate.", "insured", "yes", "insurance", "P-1"));
        does("lu", "logistics/release-shipment", Map.of());
        does("lu", "logistics/dispatch-shipment", Map.of("dispatched-on", today.toString(), "waybill", "W-" + order,
                "expected-on", today.plusDays(3).toString()));
        does("lu", "logistics/arrive-shipment", Map.of("received-by", "Anke", "receipt", staff.paper("lu")));
        JsonNode items = staff.form("lina", "logistics/check-items", order);
        Map<String, Object> right = new HashMap<>();
        fields(items, field -> {
            if (field.path("name").asText().startsWith("item-")) {
                right.put(field.path("name").asText(), "right");
            }
        });
        staff.does("lina", "logistics/check-items", order, items, right);
        does("lina", "logistics/sign-report", Map.of("report", staff.paper("lina"), "signatory", "Anke", "authority", "Head of works",
                "seal", "acceptance", "original-at", "A1"));
    }

    private void closed() throws IOException, InterruptedException {
        does("tang", "finance/request-invoice", Map.of("scope", "0", "kind", "special"));
        long number = UUID.randomUUID().getMostSignificantBits() >>> 2;
        does("tang", "finance/record-invoice", Map.of("number", "24%018d".formatted(number % 1_000_000_000_000_000_000L),
                "issued-on", today.toString(), "original", staff.paper("tang")));
        JsonNode underway = staff.form("tang", "finance/receive-invoice", order);
        staff.does("tang", "finance/receive-invoice", order, underway,
                Map.of("invoice", options(underway, "invoice").get(0), "received-on", today.toString()));
        does("tang", "finance/confirm-settlement", Map.of());
        does("lina", "finance/confirm-settlement", Map.of());
        does("tang", "finance/hand-over", Map.of());
        does("song", "archive/file", Map.of());
    }

    private static List<String> options(JsonNode form, String name) {
        List<String> values = new java.util.ArrayList<>();
        fields(form, field -> {
            if (field.path("name").asText().equals(name)) {
                field.path("options").forEach(option -> values.add(option.path("value").asText()));
            }
        });
        return values;
    }

    private static void fields(JsonNode form, java.util.function.Consumer<JsonNode> each) {
        form.path("form").path("sections").forEach(section -> section.path("fields").forEach(each));
    }
}
