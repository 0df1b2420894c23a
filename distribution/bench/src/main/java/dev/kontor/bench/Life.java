package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** One order's life, by the people who owe it something. */
final class Life {

    /** Before production, before dispatch, and the retention money, a year early. */
    static final List<String> PAID = List.of("150000.00", "300000.00", "50000.00");
    private static final int BEARINGS = 4;
    /** What each reviewer says, in their order. */
    static final Map<String, Map<String, String>> OPINIONS = opinions();

    private final Staffed staff;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String customer;
    private String order;

    Life(Staffed staff) {
        this(staff, "", "");
    }

    private Life(Staffed staff, String customer, String order) {
        this.staff = staff;
        this.customer = customer;
        this.order = order;
    }

    /** Goes on at another client. */
    Life by(Staffed other) {
        return new Life(other, customer, order);
    }

    /** Who ordered nothing else. */
    String customer() {
        return customer;
    }

    String order() {
        return order;
    }

    /** @return the order's number */
    String whole() throws IOException, InterruptedException {
        entered();
        submitted();
        reviewed();
        produced();
        delivered();
        served();
        closed();
        return order;
    }

    private static Map<String, Map<String, String>> opinions() {
        Map<String, Map<String, String>> opinions = new LinkedHashMap<>();
        opinions.put("sun", Map.of("feasibility", "feasible", "cycle", "fits", "material", "available", "verdict", "no-objection"));
        opinions.put("zhou", Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low", "verdict", "no-objection"));
        opinions.put("wu", Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable",
                "verdict", "no-objection"));
        return opinions;
    }

    private JsonNode does(String who, String command, Map<String, ?> typed) throws IOException, InterruptedException {
        return staff.does(who, command, order, typed);
    }

    void entered() throws IOException, InterruptedException {
        customer = staff.company("lina", "customers/save", Map.of(
                        "name", "Bench " + UUID.randomUUID(), "country", "DE", "address", "Hamburg",
                        "contacts", List.of(Map.of("name", "Anke", "phone", "1", "email", "a@example.org"))))
                .path("id")
                .asText();
        staff.company("zhou", "finance/set-credit-limit", Map.of("customer", customer, "limit", "10000000", "currency", "CNY",
                "expires", today.plusYears(1).toString(), "reason", "Pays early."));
        staff.company("gao", "finance/confirm-credit-limit", Map.of("subject", customer, "agreed", "yes"));
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
    }

    void submitted() throws IOException, InterruptedException {
        does("lina", "entry/submit", Map.of("confirmed", "yes"));
    }

    private void reviewed() throws IOException, InterruptedException {
        preliminary();
        for (String reviewer : OPINIONS.keySet()) {
            opined(reviewer);
        }
    }

    void preliminary() throws IOException, InterruptedException {
        does("chen", "review/pass-preliminary", Map.of("item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order",
                "item-policy", "in-order", "signed-on", today.toString()));
    }

    void opined(String reviewer) throws IOException, InterruptedException {
        does(reviewer, "review/opine", OPINIONS.get(reviewer));
    }

    private void produced() throws IOException, InterruptedException {
        planned();
        paid(PAID.get(0));
        released();
        budgeted();
        allowed();
        requested();
        bought();
        delivery();
        received();
        inspected("incoming");
        done(1);
        inspected("in-process");
        done(1);
        inspected("final");
    }

    void planned() throws IOException, InterruptedException {
        does("qian", "production/make-plan", Map.of("operations", List.of(
                Map.of("line", "1", "name", "Mill the bed", "centre", "MC", "hours", "1"),
                Map.of("line", "1", "name", "Assemble", "centre", "AS", "hours", "1"))));
    }

    void released() throws IOException, InterruptedException {
        does("qian", "production/release-plan", Map.of());
    }

    void budgeted() throws IOException, InterruptedException {
        does("sun", "production/set-budget", Map.of("amount", "20000", "reason", "By the estimate."));
    }

    void allowed() throws IOException, InterruptedException {
        does("gao", "production/confirm-budget", Map.of("verdict", "allowed", "grounds", "As estimated."));
    }

    void requested() throws IOException, InterruptedException {
        does("qian", "production/request-materials", Map.of("materials", List.of(Map.of("name", "Bearing set", "quantity", "" + BEARINGS,
                "unit", "set", "needed-on", today.plusDays(20).toString()))));
    }

    void bought() throws IOException, InterruptedException {
        JsonNode form = staff.form("he", "production/buy", order);
        staff.does("he", "production/buy", order, form, Map.of("supplier", options(form, "supplier").get(0),
                "reason", "The only one in time.", "contract", "PC-" + UUID.randomUUID(), "document", staff.paper("he"),
                "signed-on", today.toString(), "due-on", today.plusDays(10).toString(),
                "lines", List.of(Map.of("material", options(form, "material").get(0), "price", "1200"))));
    }

    private void delivery() throws IOException, InterruptedException {
        does("he", "production/receive", Map.of("delivered-on", today.toString(), "received", "" + BEARINGS, "batch", "BS-" + BEARINGS));
        does("ma", "production/inspect-receipt", Map.of("rejected", "0"));
    }

    /** A batch from stock, inspected by somebody else than who took it in. */
    private void received() throws IOException, InterruptedException {
        JsonNode form = staff.form("he", "production/take-in", order);
        staff.does("he", "production/take-in", order, form, Map.of("material", "Spindle", "supplier", options(form, "supplier").get(0),
                "received", "1", "batch", "B-77", "reason", "From stock."));
        does("ma", "production/inspect-receipt", Map.of("rejected", "0"));
    }

    /** So many of the steps that are still open. */
    private void done(int steps) throws IOException, InterruptedException {
        JsonNode form = staff.form("qian", "production/report-progress", order);
        staff.does("qian", "production/report-progress", order, form,
                Map.of("finished", options(form, "finished").subList(0, steps), "confirmed", "yes"));
    }

    private void inspected(String kind) throws IOException, InterruptedException {
        JsonNode form = staff.form("qian", "production/present", order);
        staff.does("qian", "production/present", order, form, Map.of("kind", kind, "machines", options(form, "machines")));
        Map<String, Object> measured = new HashMap<>(Map.of("value-1", "0.01", "value-2", "70"));
        JsonNode inspection = staff.form("ma", "production/inspect", order);
        if (inspection.toString().contains("\"components\"")) {
            measured.put("components", options(inspection, "components"));
        }
        staff.does("ma", "production/inspect", order, inspection, measured);
    }

    void paid(String amount) throws IOException, InterruptedException {
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

    private void served() throws IOException, InterruptedException {
        does("xu", "aftersales/open-case", Map.of("kind", "installation", "need", "Levelling of the bed.", "asked-by", "Anke",
                "asked-on", today.toString()));
        does("xu", "aftersales/answer-case", Map.of("response", "We come tomorrow.", "responded-on", today.toString()));
        does("xu", "aftersales/resolve-case", Map.of("resolved-on", today.toString(), "work", "Levelled.", "result", "solved",
                "confirmed-by", "Anke", "confirmation", staff.paper("xu")));
    }

    private void closed() throws IOException, InterruptedException {
        does("tang", "finance/request-invoice", Map.of("scope", "0", "kind", "special"));
        long number = UUID.randomUUID().getMostSignificantBits() >>> 2;
        does("tang", "finance/record-invoice", Map.of("number", "24%018d".formatted(number % 1_000_000_000_000_000_000L),
                "issued-on", today.toString(), "original", staff.paper("tang")));
        JsonNode underway = staff.form("tang", "finance/receive-invoice", order);
        staff.does("tang", "finance/receive-invoice", order, underway,
                Map.of("invoice", options(underway, "invoice").get(0), "received-on", today.toString()));
        paid(PAID.get(2));
        does("tang", "finance/set-penalty-terms", Map.of(
                "side", "late-delivery", "per-mille", "0.5", "cap", "5", "ends-with", "logistics.delivered"));
        does("tang", "finance/confirm-penalty-terms", Map.of());
        does("tang", "finance/confirm-settlement", Map.of());
        does("lina", "finance/confirm-settlement", Map.of());
        does("tang", "finance/hand-over", Map.of());
        does("song", "archive/file", Map.of());
    }

    /** Of a field, be it a column of rows. */
    private static List<String> options(JsonNode form, String name) {
        List<String> values = new ArrayList<>();
        fields(form, field -> {
            if (field.path("name").asText().equals(name)) {
                field.path("options").forEach(option -> values.add(option.path("value").asText()));
            }
        });
        return values;
    }

    private static void fields(JsonNode form, Consumer<JsonNode> each) {
        form.path("form").path("sections").forEach(section -> section.path("fields").forEach(field -> {
            each.accept(field);
            field.path("fields").forEach(each);
        }));
    }
}
