package dev.kontor.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The demo company's people behind the review, over REST: what is done with a cleared order until its volume is filed. */
final class Works {

    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Company company;

    Works(Company company) {
        this.company = company;
        company.as("qian").command("production/set-work-centre", Map.of("values", Map.of("code", "MC1", "name", "Machining", "capacity", "16")));
        for (String kind : List.of("incoming", "in-process", "final")) {
            company.as("sun").command("production/set-inspection-plan", Map.of("values", Map.of(
                    "kind", kind, "reason", "The first.",
                    "characteristics", List.of(Map.of("name", "Runout", "unit", "mm", "lower", "0", "upper", "0.02")))));
        }
        company.as("he").command("production/record-supplier", Map.of("values", Map.of(
                "code", "SPINDLES", "name", "Spindles Ltd", "contact", "1")));
        company.as("sun").command("production/approve-supplier", Map.of("values", Map.of(
                "subject", "SPINDLES", "verdict", "approved", "until", Company.today().plusYears(1).toString(), "reason", "Audited.")));
        company.as("lu").command("logistics/register-carrier", Map.of("values", Map.of(
                "name", "Carrier " + Company.unique(), "modes", List.of("road"), "contact", "Li", "phone", "1", "active", "yes")));
    }

    private String paper(String who) {
        return company.as(who).upload("paper.pdf", PAPER);
    }

    private String number(String of) {
        return of + "-" + NUMBERS.incrementAndGet() + "-" + Company.unique();
    }

    /** What stands in the form at first, and what is typed over it. */
    Rest.Got does(String who, String command, String order, Map<String, ?> typed) {
        JsonNode offer = company.as(who).get("commands/" + command + "?order=" + order).expect(200).body();
        Map<String, Object> values = new HashMap<>();
        offer.path("initial").fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
        values.putAll(typed);
        return company.as(who).command(command, order, values);
    }

    /** The fields of a command's form, with their options. */
    private Map<String, JsonNode> fields(String who, String command, String order) {
        Map<String, JsonNode> fields = new TreeMap<>();
        company.as(who).get("commands/" + command + "?order=" + order).expect(200).body().path("form").path("sections")
                .forEach(section -> section.path("fields").forEach(field -> fields.put(field.path("name").asText(), field)));
        return fields;
    }

    /** The values that can be picked in a field. */
    List<String> options(String who, String command, String order, String field) {
        return fields(who, command, order).get(field).path("options").findValuesAsText("value");
    }

    /** The same of a column of rows. */
    List<String> options(String who, String command, String order, String group, String column) {
        for (JsonNode each : fields(who, command, order).get(group).path("fields")) {
            if (each.path("name").asText().equals(column)) {
                return each.path("options").findValuesAsText("value");
            }
        }
        throw new AssertionError("%s has no column %s.".formatted(group, column));
    }

    Rest.Got paid(String order, String amount) {
        return does("tang", "finance/record-receipt", order, Map.of("voucher", number("V"), "amount", amount, "document", paper("tang")));
    }

    void planned(String order) {
        company.handled(order);
        does("qian", "production/make-plan", order, Map.of("operations", List.of(
                        Map.of("line", "1", "name", "Mill the bed", "centre", "MC1", "hours", "20"),
                        Map.of("line", "1", "name", "Assemble", "centre", "MC1", "hours", "12"))))
                .expect(200);
    }

    Rest.Got released(String order) {
        return does("qian", "production/release-plan", order, Map.of());
    }

    /** The serial numbers of the order's machines, as the page of the order shows them. */
    List<String> machines(String order) {
        return fields("qian", "production/present", order).get("machines").path("options").findValuesAsText("value");
    }

    Rest.Got presented(String order, String kind) {
        return does("qian", "production/present", order, Map.of("kind", kind, "machines", machines(order)));
    }

    /** @param measured of every characteristic; a runout up to 0.02 mm is fine, a noise up to 75 dB */
    Rest.Got inspected(String order, String measured) {
        Map<String, Object> values = new HashMap<>();
        Map<String, JsonNode> fields = fields("ma", "production/inspect", order);
        fields.keySet().stream().filter(field -> field.startsWith("value-")).forEach(field -> values.put(field, measured));
        if (fields.containsKey("components")) {
            values.put("components", fields.get("components").path("options").findValuesAsText("value"));
        }
        return does("ma", "production/inspect", order, values);
    }

    /** A batch from stock, inspected by somebody else than who took it in. */
    void received(String order) {
        does("he", "production/take-in", order, Map.of(
                        "material", "Spindle", "supplier", "SPINDLES", "received", "1", "batch", "B-77", "reason", "From stock."))
                .expect(200);
        does("ma", "production/inspect-receipt", order, Map.of("rejected", "0")).expect(200);
    }

    /** Every step but the last is done between the incoming and the in-process inspection, the last before the final one. */
    void finished(String order) {
        List<String> steps = steps(order);
        received(order);
        passed(order, "incoming");
        reported(order, steps.subList(0, steps.size() - 1)).expect(200);
        passed(order, "in-process");
        reported(order, steps.subList(steps.size() - 1, steps.size())).expect(200);
        passed(order, "final");
    }

    private void passed(String order, String kind) {
        presented(order, kind).expect(200);
        inspected(order, "0.02").expect(200);
    }

    /** What is to be done of an order of one machine, in the order in which it is done. */
    List<String> steps(String order) {
        return fields("qian", "production/report-progress", order).get("finished").path("options").findValuesAsText("value");
    }

    Rest.Got reported(String order, List<String> done) {
        return does("qian", "production/report-progress", order, Map.of("finished", done, "confirmed", "yes"));
    }

    void prepared(String order) {
        company.handled(order);
        Map<String, JsonNode> plan = fields("lu", "logistics/plan-shipment", order);
        does("lu", "logistics/plan-shipment", order, Map.of(
                        "mode", "road", "carrier", plan.get("carrier").path("options").path(0).path("value").asText(), "reason", "In time."))
                .expect(200);
        does("lu", "logistics/prepare-shipment", order, Map.of(
                        "contract-number", number("TC"), "contract", paper("lu"), "duties", "yes", "packing", "Two crates.",
                        "insured", "yes", "insurance", "P-1"))
                .expect(200);
    }

    Rest.Got shipped(String order) {
        does("lu", "logistics/release-shipment", order, Map.of()).expect(200);
        return company.as("lu").command("logistics/dispatch-shipment", order, Map.of(
                "dispatched-on", Company.today().toString(), "waybill", number("W"), "expected-on", Company.today().plusDays(3).toString()));
    }

    void arrived(String order) {
        does("lu", "logistics/arrive-shipment", order, Map.of("received-by", "Anke", "receipt", paper("lu"))).expect(200);
    }

    /** From the released plan to the customer, who has looked at every item. */
    void brought(String order) {
        finished(order);
        prepared(order);
        paid(order, "300000.00").expect(200);
        shipped(order).expect(200);
        arrived(order);
        checked(order);
    }

    /** Every item of the checklist is right. */
    void checked(String order) {
        Map<String, Object> right = new HashMap<>();
        fields("lina", "logistics/check-items", order).keySet().stream()
                .filter(field -> field.startsWith("item-"))
                .forEach(field -> right.put(field, "right"));
        company.as("lina").command("logistics/check-items", order, right).expect(200);
    }

    Rest.Got signed(String order) {
        return does("lina", "logistics/sign-report", order, Map.of(
                "report", paper("lina"), "signatory", "Anke", "authority", "Head of works", "seal", "acceptance", "original-at", "A1"));
    }

    void invoiced(String order) {
        does("tang", "finance/request-invoice", order, Map.of("scope", "0", "kind", "special")).expect(200);
        does("tang", "finance/record-invoice", order, Map.of(
                        "number", "24%018d".formatted(System.nanoTime() % 1_000_000_000_000_000L), "issued-on", Company.today().toString(),
                        "original", paper("tang")))
                .expect(200);
        String invoice = fields("tang", "finance/receive-invoice", order).get("invoice").path("options").path(0).path("value").asText();
        does("tang", "finance/receive-invoice", order, Map.of("invoice", invoice, "received-on", Company.today().toString())).expect(200);
    }

    void settled(String order) {
        if (company.tasks(order).stream().anyMatch(task -> task.contains("penalty terms"))) {
            readBreachClause(order);
        }
        does("tang", "finance/confirm-settlement", order, Map.of()).expect(200);
        does("lina", "finance/confirm-settlement", order, Map.of()).expect(200);
    }

    /** A contract without one agrees on no penalty. */
    private void readBreachClause(String order) {
        does("tang", "finance/set-penalty-terms", order, Map.of(
                "side", "late-delivery", "per-mille", "0.5", "cap", "5", "ends-with", "logistics.delivered")).expect(200);
        does("tang", "finance/confirm-penalty-terms", order, Map.of()).expect(200);
    }

    Rest.Got filed(String order) {
        company.handled(order);
        does("tang", "finance/hand-over", order, Map.of()).expect(200);
        return does("song", "archive/file", order, Map.of());
    }
}
