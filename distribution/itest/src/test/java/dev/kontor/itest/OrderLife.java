package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main job over REST, on a store that the subclass chooses: from the registered contract to the cleared order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrderLife extends WholeLife {

    OrderLife(Archive archive) {
        super(archive);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    /** */
    @Test
    void registeringASignedContractOpensTheEntryDeadlineAtOnce() {
        String order = company.registered();
        assertThat(company.milestone(order)).isEqualTo("entry.registered");
        assertThat(company.tasks(order)).hasSize(1);
    }

    /** */
    @Test
    void everyGapIsNamedAtItsFieldAndNothingTypedIsLost() {
        String order = company.registered();
        Map<String, Object> values = company.contract(500_000);
        values.remove("delivery-place");
        values.remove("terms");
        company.save(order, values);
        Rest.Got refused = company.submit(order).expect(422);
        List<String> fields = new ArrayList<>();
        refused.body().path("gaps").forEach(gap -> fields.add(gap.path("field").asText()));
        assertThat(fields).contains("delivery-place", "terms");
        assertThat(refused.response().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode draft = company.as("lina").get("commands/entry/save?order=" + order).expect(200).body().path("initial");
        assertThat(draft.path("contact-name").asText()).isEqualTo("Anke");
    }

    /** */
    @Test
    void withoutTheConfirmationNothingIsSubmitted() {
        String order = company.registered();
        company.save(order, company.contract(500_000));
        company.as("lina").command("entry/submit", order, Map.of("confirmed", "no")).expect(422);
        assertThat(company.milestone(order)).isEqualTo("entry.registered");
    }

    /** also in a race, and with other case, blanks and full-width digits. */
    @Test
    void aContractNumberIsTakenByOneOfEight() throws Exception {
        String number = company.contractNumber();
        String customer = company.customer();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String written = i % 2 == 0 ? number : " " + number.toLowerCase(java.util.Locale.ROOT).replace('1', '\uFF11');
            tries.add(() -> company.register(written, customer, Company.today()).status());
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : threads.invokeAll(tries)) {
            statuses.add(status.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    /** */
    @Test
    void anOrderWithoutObjectionIsCleared() {
        String order = company.submitted(500_000);
        assertThat(company.milestone(order)).isEqualTo("entry.submitted");
        company.passed(order);
        assertThat(company.tasks(order)).hasSize(3);
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        assertThat(company.milestone(order)).isEqualTo("review.passed");
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestone(order)).isEqualTo("review.cleared");
        assertThat(company.reviews(order)).isEmpty();
        for (JsonNode decision : company.as("auditor").get("orders/" + order + "/decisions").expect(200).body()) {
            assertThat(decision.path("sets")).isNotEmpty();
            assertThat(decision.path("conclusions")).allSatisfy(found -> assertThat(
                            found.path("conclusion").path("clause").asText())
                    .isNotBlank());
        }
    }

    /** at the limit of a large order, and just below it. */
    @Test
    void aLargeOrderOpensFinancesEvaluationWithoutWhichItCannotClear() {
        String below = company.submitted(1_999_999, company.trusted());
        company.passed(below);
        assertThat(company.tasks(below)).hasSize(3);
        String order = company.submitted(2_000_000, company.trusted());
        company.passed(order);
        assertThat(company.tasks(order)).hasSize(4);
        assertThat(company.finance(order).status()).isBetween(409, 422);
        company.as("zhou").command("finance/evaluate", order, Map.of(
                        "report-text", "Cash flow covers the order twice.", "opinion", "Can be carried out."))
                .expect(200);
        company.finance(order).expect(200);
    }

    /** */
    @Test
    void aKeyClauseThatIsNotReviewedKeepsLegalFromClearing() {
        String order = company.submitted(500_000);
        company.passed(order);
        Rest.Got refused = company.as("wu").command(
                "review/opine", order, Map.of("compliance", "compliant", "risk", "low", "verdict", "no-objection"));
        refused.expect(422);
        assertThat(refused.body().path("gaps")).hasSize(2);
    }

    /** */
    @Test
    void anObjectionSendsTheOrderBackAndTheSolutionMustBeAgreed() {
        String order = company.submitted(500_000);
        company.passed(order);
        company.production(order, "objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestone(order)).isNotEqualTo("review.cleared");
        assertThat(company.submit(order).status()).isBetween(409, 422);
    }

    /** */
    @Test
    void onlyTheHeadOfSalesPassesThePreliminaryReview() {
        String order = company.submitted(500_000);
        company.arrived(order);
        company.as("lina").command("review/pass-preliminary", order, Map.of()).expect(404);
        company.as("sun").command("review/pass-preliminary", order, Map.of()).expect(404);
    }

    @Test
    void administratorsSeeNoOrder() {
        String order = company.registered();
        for (String administrator : List.of("rules", "system", "security")) {
            company.as(administrator).get("orders/" + order).expect(404);
            assertThat(company.as(administrator).get("orders?limit=10").expect(200).body().path("orders")).isEmpty();
        }
    }

    /** F18: the same key gives the same answer and one effect; with another body it is refused. */
    @Test
    void aRequestThatComesAgainHasOneEffect() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> values = new HashMap<>(Map.of(
                "contract-number", company.contractNumber(), "contract-kind", "sale", "customer", company.customer(),
                "signed-on", Company.today().toString()));
        Rest.Got first = company.as("lina").post("commands/entry/register", Map.of("values", values), key).expect(200);
        Rest.Got again = company.as("lina").post("commands/entry/register", Map.of("values", values), key).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        values.put("contract-number", company.contractNumber());
        company.as("lina").post("commands/entry/register", Map.of("values", values), key).expect(422);
    }

    /** F19: a form that was filled in for another version is refused. */
    @Test
    void aStaleDraftIsRefused() {
        String order = company.registered();
        long version = company.as("lina").get("commands/entry/save?order=" + order).expect(200).body().path("version").asLong();
        company.save(order, company.contract(500_000));
        company.as("lina")
                .post(
                        "commands/entry/save",
                        Map.of("order", order, "version", version, "values", Map.of("contact-name", "Berta")),
                        UUID.randomUUID().toString())
                .expect(409);
    }

    /** Refused in the middle of its work, a command leaves no order behind. */
    @Test
    void aRefusedCommandKeepsNothing() {
        String contract = company.contractNumber();
        company.as("lina").command("entry/register", Map.of("values", Map.of(
                        "contract-number", contract, "contract-kind", "sale", "customer", company.customer(),
                        "signed-on", Company.today().plusDays(1).toString())))
                .expect(422);
        JsonNode found = company.as("auditor").get("orders?limit=5&words=" + contract).expect(200).body();
        assertThat(found.path("orders")).isEmpty();
    }

    @Test
    void everyJournalHolds() {
        company.submitted(300_000);
        JsonNode found = company.as("auditor").get("journal/verification").expect(200).body();
        assertThat(found.path("faults")).isEmpty();
        assertThat(found.path("entries").asLong()).isPositive();
    }

    @Test
    void anOrderIsFoundByItsCustomersNameAndByPairsOfChineseCharacters() {
        String moulding = registeredFor("宁波东方注塑设备有限公司");
        String tools = registeredFor("宁波东方机床有限公司");
        assertThat(numbersOf("%E6%B3%A8%E5%A1%91")).contains(moulding).doesNotContain(tools);
        assertThat(numbersOf("%E4%B8%9C%E6%96%B9")).contains(moulding, tools);
    }

    private String registeredFor(String customer) {
        return company.register(company.contractNumber(), company.named(customer, ""), Company.today()).expect(200).body().path("order").asText();
    }

    private List<String> numbersOf(String words) {
        return company.as("auditor").get("orders?limit=50&words=" + words).expect(200).body().path("orders").findValuesAsText("number");
    }
}
