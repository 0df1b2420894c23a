package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What happens rarely in an order's life and must not go wrong: one credit for two, a special approval, a late change. */
abstract class HardCases {

    final Platform platform;
    final Company company;

    HardCases(Archive archive) {
        this.platform = new Platform(archive, "--demo").start();
        this.company = new Company(platform);
    }

    /** At one instant; the answers in the order asked. */
    static List<Rest.Got> atOnce(List<String> orders, Function<String, Rest.Got> what) throws Exception {
        CyclicBarrier start = new CyclicBarrier(orders.size());
        ExecutorService threads = Executors.newFixedThreadPool(orders.size());
        List<Callable<Rest.Got>> each = orders.stream()
                .<Callable<Rest.Got>>map(order -> () -> {
                    start.await();
                    return what.apply(order);
                })
                .toList();
        List<Rest.Got> answers = new ArrayList<>();
        for (Future<Rest.Got> answer : threads.invokeAll(each)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        return answers;
    }

    /** the days count from signing, not from registration; what was signed long ago is late when it is registered. */
    @Test
    void aContractRegisteredLateIsAViolation() {
        LocalDate signed = Company.today().minusDays(30);
        String order = company.register(company.contractNumber(), company.customer(), signed).expect(200).body().path("order").asText();
        company.until(order + " is judged", () -> company.journal(order).contains("rules.violation"));
        assertThat(company.journal(order)).contains("lina");
    }

    /** a limit of one million, two orders of six hundred thousand judged at one instant. */
    @Test
    void twoOrdersOfOneCustomerNeverTakeTheSameCredit() throws Exception {
        String customer = company.trusted(1_000_000);
        List<String> orders = List.of(company.entered(600_000, customer), company.entered(600_000, customer));
        assertThat(atOnce(orders, company::submit)).extracting(Rest.Got::status).containsOnly(200);
        orders.forEach(company::arrived);
        List<Rest.Got> passed = atOnce(orders, company::pass);
        assertThat(passed).extracting(Rest.Got::status).containsExactlyInAnyOrder(200, 422);
        Rest.Got refused = passed.stream().filter(got -> got.status() == 422).findFirst().orElseThrow();
        assertThat(refused.body().path("gaps").findValuesAsText("field")).containsExactly("item-credit");
    }

    /** two million split between affiliates and passed at one instant are large, each of them. */
    @Test
    void anOrderSplitBetweenAffiliatesIsLarge() throws Exception {
        String group = "Group " + System.nanoTime();
        List<String> orders = List.of(
                company.submitted(1_000_000, company.trusted(10_000_000, group)),
                company.submitted(1_000_000, company.trusted(10_000_000, group)));
        orders.forEach(company::arrived);
        assertThat(atOnce(orders, company::pass)).extracting(Rest.Got::status).containsOnly(200);
        assertThat(orders).allSatisfy(order -> assertThat(company.tasks(order)).hasSize(4));
    }

    /** a special approval takes two persons, and stays visible. */
    @Test
    void aSpecialApprovalTakesTwo() {
        String order = company.submitted(600_000, company.trusted(500_000));
        company.arrived(order);
        company.pass(order).expect(422);
        Map<String, Object> proposal = Map.of("item", "credit", "amount", "600000", "expires", Company.today().toString(),
                "reason", "Pays before the goods leave.");
        company.as("lina").command("review/override", order, proposal).expect(403);
        company.as("chen").command("review/override", order, proposal).expect(200);
        company.pass(order).expect(422);
        company.as("chen").command("review/confirm-override", order, Map.of("agreed", "yes")).expect(404);
        company.as("gao").command("review/confirm-override", order, Map.of("agreed", "yes")).expect(200);
        company.pass(order).expect(200);
        assertThat(company.journal(order)).contains("review.override-proposed", "review.override-confirmed", "Pays before the goods leave.");
        JsonNode decisions = company.as("auditor").get("orders/" + order + "/decisions").expect(200).body();
        assertThat(decisions.toString()).contains("proposed by chen, confirmed by gao: Pays before the goods leave.");
        for (JsonNode decision : decisions) {
            String verification = "orders/" + order + "/decisions/" + decision.path("id").asText() + "/verification";
            assertThat(company.as("auditor").get(verification).expect(200).body().toString()).contains("true");
        }
    }

    /** what was approved is what is executed; each change asks those whom it concerns, and nobody else. */
    @Test
    void aChangeAfterClearanceReopensTheReviewsItConcerns() {
        String order = company.cleared(500_000);

        change(order, values -> with(values, "contact-phone", "+49 40 2"));
        company.submit(order).expect(200);
        company.handled(order);
        assertThat(company.milestones(order)).contains("review.cleared");
        assertThat(company.reviews(order)).isEmpty();

        change(order, values -> with(company.contract(550_000), "contact-phone", "+49 40 2"));
        company.submit(order).expect(422);
        company.submitWithAgreement(order).expect(200);
        company.handled(order);
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        assertThat(company.reviews(order)).singleElement().asString().contains("Preliminary review");
        company.pass(order).expect(200);
        assertThat(company.reviews(order)).hasSize(2).anyMatch(task -> task.contains("Finance")).anyMatch(task -> task.contains("Legal"));
        company.finance(order).expect(200);
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");

        correct(order, "lines[0].parameters", "Spindle: 15000 rpm");
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        assertThat(company.reviews(order)).singleElement().asString().contains("Production");
        company.production(order, "no-objection").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");

        correct(order, "terms[0].words", "No liability for loss of profit.");
        assertThat(company.reviews(order)).singleElement().asString().contains("Preliminary review");
        company.pass(order).expect(200);
        assertThat(company.reviews(order)).singleElement().asString().contains("Legal");
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    /** the paper that was judged is the paper that is carried out. */
    @Test
    void anotherFileOfTheContractIsJudgedByLegal() {
        String order = company.cleared(500_000);

        byte[] other = "%PDF-1.4\n%another contract\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        change(order, values -> with(values, "contract-file", company.as("lina").upload("other.pdf", other)));
        company.submit(order).expect(200);
        company.handled(order);
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        company.pass(order).expect(200);
        assertThat(company.reviews(order)).singleElement().asString().contains("Legal");
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    private void change(String order, UnaryOperator<Map<String, Object>> how) {
        company.as("lina").command("entry/change", order, Map.of("reason", "The customer wants it so.")).expect(200);
        company.save(order, how.apply(company.contract(500_000)));
    }

    private static Map<String, Object> with(Map<String, Object> values, String field, String value) {
        values.put(field, value);
        return values;
    }

    /** An entry error, put right and submitted again. */
    private void correct(String order, String field, String right) {
        company.as("lina").command("entry/correct", order, Map.of(
                        "field", field, "right-value", right, "found-by", "lina", "stage", "joint-review"))
                .expect(200);
        company.submit(order).expect(200);
        company.handled(order);
    }
}
