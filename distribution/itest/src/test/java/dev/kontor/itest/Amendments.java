package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Regulation 4.2 over REST: what is approved is what is executed, also for who would have it otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Amendments extends HardCases {

    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    Works works;
    private int agreements;

    Amendments(Archive archive) {
        super(archive);
    }

    @BeforeAll
    void equip() {
        works = new Works(company);
    }

    @Test
    @DisplayName("R-4.15: to the cent, an order is not changed below what is paid of it, and the sum is named at its field")
    void anOrderIsNeverWorthLessThanWhatIsPaid() {
        String order = company.cleared(500_000);
        company.handled(order);
        works.paid(order, "150000.00").expect(200);

        change(order, worth("149999.99"));
        JsonNode refused = submit(order).expect(422).body();
        assertThat(refused.path("gaps").findValuesAsText("field")).containsExactly("payment");
        assertThat(refused.toString()).contains("150,000");
        assertThat(company.milestones(order)).contains("review.cleared");

        company.save(order, worth("150000.00"));
        submit(order).expect(200);
    }

    @Test
    @DisplayName("R-4.15: an order is not changed below its machines; one machine for one machine it may be")
    void anOrderNeverHasFewerMachinesThanWereBegun() {
        String order = cleared(company.trusted(), quantity("2"));
        works.planned(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);

        change(order, quantity("1"));
        Rest.Got refused = submit(order).expect(409);
        assertThat(refused.response().body()).contains("KX-500");
        Map<String, Object> other = quantity("2");
        other.put("delivery-place", "Bremen");
        company.save(order, other);
        submit(order).expect(200);
    }

    @Test
    @DisplayName("R-4.15, R-4.2: credit that an order gave back by shrinking is not taken twice when it grows again")
    void shrinkingAndGrowingAgainDodgesNoCreditLimit() {
        String customer = company.trusted(500_000);
        String first = cleared(customer, company.contract(400_000));
        String second = company.submitted(400_000, customer);
        company.arrived(second);
        assertThat(company.pass(second).expect(422).body().path("gaps").findValuesAsText("field")).containsExactly("item-credit");

        change(first, company.contract(100_000));
        assertThat(company.pass(second).status()).as("a change that nobody submitted frees nothing").isEqualTo(422);
        submit(first).expect(200);
        company.arrived(first);
        assertThat(company.pass(second).status()).as("a change that nobody has cleared frees nothing").isEqualTo(422);
        reviewedAgain(first);
        company.handled(first);
        company.pass(second).expect(200);

        change(first, company.contract(400_000));
        submit(first).expect(200);
        company.arrived(first);
        Rest.Got grown = company.pass(first).expect(422);
        assertThat(grown.body().path("gaps").findValuesAsText("field")).containsExactly("item-credit");
        assertThat(company.milestones(first)).doesNotContain("review.cleared");
    }

    @Test
    @DisplayName("R-4.15: a cancelled order gives its credit back and is never taken up again")
    void closingAndReopeningDodgesNoCreditLimit() {
        String customer = company.trusted(500_000);
        String first = cleared(customer, company.contract(400_000));
        String second = company.submitted(400_000, customer);
        company.arrived(second);
        company.pass(second).expect(422);

        company.as("gao").command("review/cancel", first, Map.of(
                        "reason", "To make room.", "agreement", company.as("gao").upload("end.pdf", PAPER)))
                .expect(200);
        company.handled(first);
        company.pass(second).expect(200);

        assertThat(company.as("lina").command("entry/change", first, Map.of("reason", "Take it up again.")).status()).isBetween(403, 409);
        assertThat(submit(first).status()).isBetween(403, 409);
        company.as("lina").command("entry/correct", first, Map.of("field", "delivery-place", "right-value", "Bremen",
                "found-by", "lina", "stage", "delivery")).expect(200);
        assertThat(company.tasks(first)).as("the error is on record, and nothing follows from it").allMatch(Company::isFiling);
        assertThat(submit(first).status()).isBetween(403, 409);
        company.handled(first);
        assertThat(company.reviews(first)).isEmpty();
        assertThat(company.milestones(first)).contains("review.terminated").doesNotContain("review.cleared");
    }

    @Test
    @DisplayName("R-4.15: while a changed price is under review nothing is produced, and then for the price that was approved")
    void aPriceChangedAfterApprovalIsNotProduced() {
        String order = company.cleared(500_000);
        works.planned(order);
        works.paid(order, "150000.00").expect(200);

        change(order, company.contract(550_000));
        submit(order).expect(200);
        company.handled(order);
        assertThat(release(order).status()).isBetween(403, 409);
        company.pass(order).expect(200);
        company.finance(order).expect(200);
        assertThat(release(order).status()).isBetween(403, 409);
        company.legal(order, "acceptable").expect(200);
        company.handled(order);

        assertThat(company.milestones(order)).contains("review.cleared");
        works.does("qian", "production/make-plan", order, Map.of("reason", "For the price that was approved.")).expect(200);
        works.released(order).expect(409);
        works.paid(order, "15000.00").expect(200);
        works.released(order).expect(200);
    }

    @Test
    @DisplayName("R-3.5, R-4.2: a copy of a blocked order takes neither its contract nor its special approval")
    void aCopyOfABlockedOrderBringsNothingAlong() {
        String customer = company.trusted(500_000);
        String contract = company.contractNumber();
        String blocked = company.register(contract, customer, Company.today()).expect(200).body().path("order").asText();
        company.save(blocked, company.contract(600_000));
        company.submit(blocked).expect(200);
        company.arrived(blocked);
        company.as("chen").command("review/override", blocked, Map.of("item", "credit", "amount", "600000",
                "expires", Company.today().toString(), "reason", "Pays before the goods leave.")).expect(200);
        company.as("gao").command("review/confirm-override", blocked, Map.of("agreed", "yes")).expect(200);
        company.pass(blocked).expect(200);
        company.production(blocked, "objection").expect(200);

        company.register(contract + " ", customer, Company.today()).expect(409);
        String copy = company.entered(600_000, customer);
        company.submit(copy).expect(200);
        company.arrived(copy);

        assertThat(company.pass(copy).expect(422).body().path("gaps").findValuesAsText("field")).containsExactly("item-credit");
        assertThat(company.milestones(copy)).doesNotContain("review.passed");
    }

    @Test
    @DisplayName("R-4.14: a review that is begun anew keeps its objections, and asks who objected though nothing changed")
    void restartingAReviewLosesNoObjection() {
        String order = company.passedFor(500_000);
        company.production(order, "objection").expect(200);
        company.as("lina").command("entry/correct", order, Map.of("field", "contact-phone", "right-value", "+49 40 2",
                "found-by", "lina", "stage", "joint-review")).expect(200);
        company.submit(order).expect(409);
        company.as("lina").command("review/recall", order, Map.of("reason", "To begin anew.")).expect(200);

        company.submit(order).expect(409);
        company.as("lina").command("review/propose-solution", order, Map.of(
                "objection", "production", "kind", "correction", "words", "Another spindle.")).expect(200);
        company.submit(order).expect(409);
        company.as("sun").command("review/agree-solution", order, Map.of("agreed", "yes")).expect(200);
        company.submit(order).expect(200);
        company.handled(order);

        if (company.reviews(order).stream().anyMatch(task -> task.contains("Preliminary"))) {
            company.pass(order).expect(200);
        }
        assertThat(company.reviews(order)).anyMatch(task -> task.contains("Production"));
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        assertThat(company.journal(order)).contains("The spindle is not made any more.");
    }

    /** A cleared order with this content. */
    String cleared(String customer, Map<String, Object> content) {
        String order = company.register(company.contractNumber(), customer, Company.today()).expect(200).body().path("order").asText();
        company.save(order, content);
        company.submit(order).expect(200);
        company.passed(order);
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        return order;
    }

    private Map<String, Object> worth(String price) {
        return lines(price, "1");
    }

    /** Worth half a million, whatever the quantity. */
    private Map<String, Object> quantity(String many) {
        return lines(many.equals("2") ? "250000" : "500000", many);
    }

    private Map<String, Object> lines(String price, String quantity) {
        Map<String, Object> values = company.contract(500_000);
        values.put("lines", List.of(Map.of("model", "KX-500", "name", "Machining centre", "quantity", quantity, "unit", "台",
                "price", price, "tax", "13", "parameters", "Spindle: 12000 rpm")));
        return values;
    }

    private void change(String order, Map<String, Object> content) {
        company.as("lina").command("entry/change", order, Map.of("reason", "The customer wants it so.")).expect(200);
        company.save(order, content);
    }

    /** With a supplementary agreement of its own. */
    private Rest.Got submit(String order) {
        return company.as("lina").command("entry/submit", order, new HashMap<>(Map.of("confirmed", "yes",
                "agreement-number", "SA-" + ++agreements, "agreement-signed-on", Company.today().toString(),
                "agreement-file", company.as("lina").upload("agreement.pdf", PAPER))));
    }

    private void reviewedAgain(String order) {
        company.arrived(order);
        company.pass(order).expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    private Rest.Got release(String order) {
        return company.as("qian").command("production/release-plan", order, Map.of());
    }
}
