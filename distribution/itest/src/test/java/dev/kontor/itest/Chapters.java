package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an order's life has beside production, shipping and collection, over REST: the need that led to it, what is bought for
 * it, what is done for it after delivery, and an error that somebody answers for.
 */
final class Chapters {

    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Company company;
    private final Works works;
    /** The service case. */
    private String served;

    Chapters(Company company, Works works) {
        this.company = company;
        this.works = works;
    }

    /** Regulation 3.1: a need is recorded in detail, and the contract that it led to is registered out of it. */
    String registeredOutOfANeed() {
        String customer = company.trusted();
        String need = company.as("lina").command("entry/record-need", Map.of("values", Map.of(
                        "customer", customer, "channel", "fair", "model", "KX-500", "quantity", "1", "parameters", "Spindle: 12000 rpm",
                        "delivery-date", Company.today().plusDays(120).toString(), "delivery-place", "Hamburg")))
                .expect(200).body().path("id").asText();
        return company.as("lina").command("entry/register", Map.of("values", Map.of(
                        "subject", need, "contract-number", company.contractNumber(), "contract-kind", "sale", "customer", customer,
                        "signed-on", Company.today().toString())))
                .expect(200).body().path("order").asText();
    }

    /** Regulation 3.2, 4: entered, reviewed by everybody and cleared. */
    void cleared(String order) {
        company.save(order, company.contract(500_000));
        company.submit(order).expect(200);
        company.passed(order);
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
    }

    /** Regulation 5.2: what the plan needs is requested, bought of an approved supplier within the budget, and received. */
    void bought(String order) {
        String supplier = "S" + Company.unique();
        company.as("he").command("production/record-supplier", Map.of("values", Map.of(
                "code", supplier, "name", "Bearings Ltd", "contact", "Mr Ball"))).expect(200);
        company.as("sun").command("production/approve-supplier", Map.of("values", Map.of(
                "subject", supplier, "verdict", "approved", "until", Company.today().plusYears(1).toString(),
                "reason", "Delivers well and in time."))).expect(200);
        works.does("sun", "production/set-budget", order, Map.of("amount", "20000", "reason", "By the estimate.")).expect(200);
        works.does("gao", "production/confirm-budget", order, Map.of("verdict", "allowed", "grounds", "As estimated.")).expect(200);
        works.does("qian", "production/request-materials", order, Map.of("materials", List.of(Map.of(
                "name", "Bearing set", "quantity", "4", "unit", "set", "needed-on", Company.today().plusDays(20).toString())))).expect(200);
        String material = works.options("he", "production/buy", order, "lines", "material").get(0);
        works.does("he", "production/buy", order, Map.of(
                "supplier", supplier, "reason", "The only one in time.", "contract", "PC-" + supplier, "document", paper("he"),
                "signed-on", Company.today().toString(), "due-on", Company.today().plusDays(10).toString(),
                "lines", List.of(Map.of("material", material, "price", "1200")))).expect(200);
        leadsTo(order, "production/purchases", "he");
        works.does("he", "production/receive", order, Map.of(
                "delivered-on", Company.today().toString(), "received", "4", "batch", "BS-4")).expect(200);
        works.does("ma", "production/inspect-receipt", order, Map.of("rejected", "0")).expect(200);
    }

    /** Regulation 8.1: a service is asked for, answered and done, and the customer visited. */
    void served(String order) {
        served = works.does("xu", "aftersales/open-case", order, Map.of(
                "kind", "installation", "need", "Levelling of the bed.", "asked-by", "Anke", "asked-on", Company.today().toString()))
                .expect(200).body().path("id").asText();
        works.does("xu", "aftersales/answer-case", order, Map.of(
                "response", "We come tomorrow.", "responded-on", Company.today().toString())).expect(200);
        works.does("xu", "aftersales/resolve-case", order, Map.of(
                "resolved-on", Company.today().toString(), "work", "Levelled, and run for two hours.", "result", "solved",
                "confirmed-by", "Anke", "confirmation", paper("xu"))).expect(200);
        works.does("xu", "aftersales/record-unplanned-visit", order, Map.of(
                "held-on", Company.today().toString(), "way", "on-site", "spoke-with", "Anke", "equipment", "5", "service", "4")).expect(200);
    }

    /** Regulation 8.2: the departments look back, and who is told of it reads it. */
    void lookedBack(String order) {
        works.does("lina", "aftersales/hold-retrospective", order, Map.of(
                "held-on", Company.today().toString(), "departments", works.options("lina", "aftersales/hold-retrospective", order, "departments"),
                "participants", "Li Na, Qian Tao", "feedback", "Runs well.", "summary", "In time, and nothing to repair.")).expect(200);
        works.does("gao", "aftersales/read-retrospective", order, Map.of()).expect(200);
    }

    /**
     * Regulation 3.2, 10.2: what was entered wrong is put right; who wrote it is told what is proposed, heard, and company
     * leadership decides.
     *
     * @return id of the treatment
     */
    String answeredFor(String order) {
        company.as("lina").command("entry/correct", order, Map.of(
                "field", "contact-phone", "right-value", "+49 40 2", "found-by", "chen", "stage", "delivery")).expect(200);
        company.submit(order).expect(200);
        company.handled(order);
        String treatment = company.as("shen").command("supervision/propose", Map.of("values", Map.of(
                        "subject", "error:%s:%d".formatted(order, errorOf(order)), "concerned", "lina", "words", "Typed from memory.")))
                .expect(200).body().path("id").asText();
        company.as("lina").command("supervision/plead", Map.of("values", Map.of(
                "subject", treatment, "words", "The customer gave the number by telephone."))).expect(200);
        company.until("company leadership is asked about " + treatment, () -> company.tasks(order).stream().anyMatch(task -> task.contains("violation")));
        works.does("gao", "supervision/decide", order, Map.of("measure", "criticism", "points", "", "grounds", "A slip.")).expect(200);
        return treatment;
    }

    private long errorOf(String order) {
        return lines(order).stream()
                .filter(entry -> entry.path("kind").asText().equals("entry.error-found"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No error was found in " + order))
                .path("sequence")
                .asLong();
    }

    /** Everything that happened to the order, newest first. */
    private List<JsonNode> lines(String order) {
        List<JsonNode> lines = new ArrayList<>();
        long before = Long.MAX_VALUE;
        do {
            JsonNode part = company.as("auditor").get("orders/%s/journal?limit=200&before=%d".formatted(order, before)).expect(200).body();
            part.path("entries").forEach(lines::add);
            before = part.path("next").asLong();
        } while (before > 0);
        return lines;
    }

    /** from the order its journal names each stage's record, and from the record one link leads to the order. */
    void areOneThread(String order, List<String> machines, String treatment) {
        assertThat(lines(order)).extracting(line -> line.path("kind").asText()).contains(
                "entry.need-met", "entry.submitted", "entry.error-found", "review.opinion-given", "production.plan", "production.purchase",
                "production.inspection", "logistics.shipment", "logistics.accepted", "finance.receipt-recorded", "finance.invoice-recorded",
                "finance.settled", "aftersales.case-resolved", "aftersales.visit-held", "supervision.decided", "archive.filed");
        Map<String, String> pages = Map.of(
                "entry/needs", "lina", "finance/receipts", "tang", "logistics/shipments?show=over", "lu", "aftersales/cases/" + served, "xu",
                "aftersales/visits", "xu", "aftersales/retrospectives", "xu", "archive/catalogue", "song",
                "supervision/treatments/" + treatment, "shen");
        pages.forEach((page, reader) -> leadsTo(order, page, reader));
        machines.forEach(machine -> leadsTo(order, "machines/" + machine, "auditor"));
        company.as("auditor").get("orders/" + order + "/documents").expect(200).body().findValuesAsText("id")
                .forEach(document -> company.as("auditor").download("documents/" + document));
    }

    private void leadsTo(String order, String page, String reader) {
        assertThat(company.as(reader).get("pages/" + page).expect(200).body().toString()).as(page).contains("orders/" + order);
    }

    private String paper(String who) {
        return company.as(who).upload("paper.pdf", PAPER);
    }
}
