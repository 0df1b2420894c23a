package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A contract that is reviewed before it is signed, over REST, on a store that the subclass chooses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractLife {

    private static final String SET = "review/contract";
    private static final byte[] FILE = pdf("As reviewed.");

    private final Platform platform;
    private final Company company;

    ContractLife(Archive archive) {
        this.platform = new Platform(archive, "--demo").start();
        this.company = new Company(platform);
    }

    private static byte[] pdf(String words) {
        return "%PDF-1.4\n% {0}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".replace("{0}", words).getBytes(StandardCharsets.US_ASCII);
    }

    /** The demo company has switched on framework contracts of its own before; sales contracts are switched on here. */
    @BeforeAll
    void switchOnWithoutARestart() throws IOException {
        platform.settled();
        JsonNode refused = prepare(company.contractNumber(), company.customer()).expect(422).body();
        assertThat(refused.path("gaps").path(0).path("field").asText()).isEqualTo("contract-kind");
        int before = activeNumber();
        Path parameters = platform.archive().rules().resolve(SET).resolve("parameters.csv");
        Path beside = platform.archive().data().resolve("beside.tmp");
        Files.writeString(beside, Files.readString(parameters).replace("sale,0,", "sale,1,"));
        Files.move(beside, parameters, StandardCopyOption.REPLACE_EXISTING);
        await("the changed rules", () -> activeNumber() > before);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private int activeNumber() {
        return company.as("rules").get("rules/" + SET).expect(200).body().path("set").path("active").path("version").path("number").asInt();
    }

    private Rest.Got prepare(String contract, String customer) {
        return company.as("lina").command("entry/prepare", Map.of("values", Map.of(
                "contract-number", contract, "contract-kind", "sale", "customer", customer, "planned-on", Company.today().toString())));
    }

    /** A draft of a contract worth this much, offered for its review. */
    private String offered(long yuan) {
        String order = prepare(company.contractNumber(), company.customer()).expect(200).body().path("order").asText();
        save(order, yuan);
        company.as("lina").command("entry/offer", order, Map.of()).expect(200);
        arrived(order);
        return order;
    }

    private void save(String order, long yuan) {
        Map<String, Object> values = new HashMap<>(company.contract(yuan));
        values.put("contract-file", company.as("lina").upload("contract.pdf", FILE));
        company.save(order, values);
    }

    private void arrived(String order) {
        await(order + " at the contract review", () -> company.as("sun").get("commands/review/opine?order=" + order).status() == 200);
    }

    private void agreed(String order) {
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
    }

    private void signed(String order, byte[] file) {
        JsonNode known = company.as("lina").get("commands/entry/sign?order=" + order).expect(200).body().path("initial");
        company.as("lina").command("entry/sign", order, Map.of(
                        "contract-number", known.path("contract-number").asText(), "signed-on", Company.today().toString(),
                        "contract-file", company.as("lina").upload("contract.pdf", file)))
                .expect(200);
        assertThat(company.milestone(order)).isEqualTo("entry.registered");
    }

    @Test
    void signedAsReviewedEveryOpinionIsCarriedOverAndTheRoundClearsAtOnce() {
        String order = offered(500_000);
        assertThat(company.tasks(order)).hasSize(4); // three opinions, and sales is to sign
        agreed(order);
        assertThat(company.milestone(order)).isEqualTo("contract.reviewed");

        signed(order, FILE);
        company.submit(order).expect(200);
        company.passed(order);

        assertThat(company.milestone(order)).isEqualTo("review.cleared");
        assertThat(company.reviews(order)).isEmpty();
        assertThat(kinds(order)).contains("review.opinion-holds").doesNotContain("rules.violation");
    }

    @Test
    void oneChangedByteOfTheFileAsksEverybodyAgain() {
        String order = offered(500_000);
        agreed(order);

        signed(order, pdf("As reviewed!"));
        company.submit(order).expect(200);
        company.passed(order);

        assertThat(company.milestone(order)).isEqualTo("review.passed");
        assertThat(company.tasks(order)).hasSize(3);
        agreed(order);
        assertThat(company.milestone(order)).isEqualTo("review.cleared");
    }

    @Test
    void aChangedPriceAsksEverybodyAgainAndShowsTheDifference() {
        String order = offered(500_000);
        agreed(order);

        signed(order, FILE);
        save(order, 499_999);
        company.submit(order).expect(200);
        company.passed(order);

        assertThat(company.tasks(order)).hasSize(3);
        String page = company.as("auditor").get("pages/orders/" + order + "?tab=review-opinions").expect(200).response().body();
        assertThat(page).contains("500000", "499999");
    }

    @Test
    void anObjectionIsMetByAnotherDraft() {
        String order = offered(500_000);
        company.production(order, "objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestone(order)).isEqualTo("entry.prepared");

        save(order, 480_000);
        company.as("lina").command("entry/offer", order, Map.of()).expect(200);
        arrived(order);
        agreed(order);

        assertThat(company.milestone(order)).isEqualTo("contract.reviewed");
    }

    @Test
    void aContractSignedWithoutItsReviewIsAViolationAndTheOrderGoesItsWay() {
        String order = company.submitted(500_000);
        company.passed(order);

        assertThat(company.reviews(order)).hasSize(3);
        assertThat(kinds(order)).contains("rules.violation", "rules.penalty");
    }

    @Test
    void aDraftIsNoOrderYetAndTakesNoContractNumber() {
        String contract = company.contractNumber();
        String customer = company.customer();
        String draft = prepare(contract, customer).expect(200).body().path("order").asText();
        company.as("lina").command("entry/submit", draft, Map.of("confirmed", "yes")).expect(409);
        company.register(contract, customer, Company.today()).expect(200);

        company.as("lina").command("entry/sign", draft, Map.of(
                        "contract-number", contract, "signed-on", Company.today().toString(),
                        "contract-file", company.as("lina").upload("contract.pdf", FILE)))
                .expect(409);
        company.as("lina").command("entry/drop", draft, Map.of("reason", "It was signed already.")).expect(200);

        assertThat(company.milestone(draft)).isEqualTo("entry.dropped");
        assertThat(company.tasks(draft)).isEmpty();
    }

    private List<String> kinds(String order) {
        List<String> kinds = new ArrayList<>();
        JsonNode journal = company.as("auditor").get("orders/" + order + "/journal?limit=200").expect(200).body();
        journal.findValues("kind").forEach(kind -> kinds.add(kind.asText()));
        return kinds;
    }

    private static void await(String what, BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
        }
    }
}
