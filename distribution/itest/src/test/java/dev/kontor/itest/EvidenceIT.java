package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.BoundingBox;
import dev.kontor.signatures.Issuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Regulation 6.2: what proves an acceptance besides pen and seal, on the platform that ships (R-6.10)")
class EvidenceIT {

    private static final Instant NOW = Instant.now();
    private static final Issuer PROVIDER = Issuer.root("CN=East CA", NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(999)));
    private static final Issuer WANG = PROVIDER.signer("CN=Wang Wei,O=Oriental", NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(99)));

    private final Platform platform = new Platform(Archive.unpack("evidence").staffed(), "--demo");
    private final Company company = new Company(platform);
    private Works works;

    @BeforeAll
    void start() {
        platform.start();
        works = new Works(company);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    /** Arrived, and everything is right. */
    private String looked(String customer, Map<String, String> said) {
        Map<String, Object> contract = company.contract(500_000);
        contract.putAll(said);
        String order = company.register(company.contractNumber(), customer, Company.today()).expect(200).body().path("order").asText();
        company.save(order, contract);
        company.submit(order).expect(200);
        company.passed(order);
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        works.planned(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);
        works.brought(order);
        return order;
    }

    private List<JsonNode> documents(String order, String kind) {
        return company.as("lina").get("orders/" + order + "/documents").expect(200).body().findParents("kind").stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    private byte[] report(String order) {
        List<JsonNode> printed = documents(order, "logistics.acceptance-form");
        return company.as("lina").download("documents/" + printed.get(printed.size() - 1).path("id").asText());
    }

    private Rest.Got signs(String order, byte[] signature) {
        return company.as("lina").command("logistics/sign-report-electronically", order, Map.of(
                "signature", company.as("lina").upload("report.p7s", signature), "authority", "PoA 3"));
    }

    /** Logistics proposes who signs for a customer, security approves. */
    private void binds(String customer, String organisation) {
        String proposed = company.as("lu").command("logistics/propose-signer", Map.of("values", Map.of(
                        "customer", customer, "provider", PROVIDER.fingerprint(), "organisation", organisation, "reason", "PoA 3")))
                .expect(200).body().path("id").asText();
        company.as("security").command("logistics/decide-signer", Map.of("values", Map.of(
                        "subject", proposed, "verdict", "approved", "reason", "seen")))
                .expect(200);
    }

    @Test
    @DisplayName("signed electronically under the report that was printed here, it is delivered; under another, or without trust, it is not")
    void signedElectronically() {
        String customer = company.trusted();
        String order = looked(customer, Map.of());
        byte[] report = report(order);
        company.as("security").command("logistics/trust-provider", Map.of("values", Map.of("name", "East", "certificate",
                        company.as("security").upload("ca.cer", PROVIDER.certificate()), "from", Company.today().minusDays(1).toString(), "until",
                        Company.today().plusYears(1).toString())))
                .expect(200);
        Rest.Got other = signs(order, WANG.sign("another".getBytes(StandardCharsets.UTF_8), Instant.now())).expect(422);
        assertThat(other.body().path("gaps").findValuesAsText("field")).containsExactly("signature");
        Issuer stranger = Issuer.root("CN=East CA", NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(9)));
        signs(order, stranger.signer("CN=Wang Wei", NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(9))).sign(report, Instant.now())).expect(422);
        assertThat(company.milestones(order)).doesNotContain("logistics.delivered");

        Rest.Got unbound = signs(order, WANG.sign(report, Instant.now())).expect(422);
        assertThat(unbound.body().path("gaps").toString()).contains("signature", "Oriental");
        binds(customer, "Oriental");
        signs(order, WANG.sign(report, Instant.now())).expect(200);

        assertThat(company.milestones(order)).contains("logistics.delivered");
        assertThat(documents(order, "logistics.acceptance")).hasSize(1);
    }

    /** On a desk and on a phone, in both languages; the form that is looked at last is left open. */
    private static void looksRight(Visit visit, String order) {
        for (int width : List.of(1280, 390)) {
            visit.page().setViewportSize(width, 844);
            for (String language : List.of("zh", "en")) {
                visit.speak(language);
                for (String form : List.of("check-items", "raise-objection", "sign-report", "sign-report-on-screen")) {
                    visit.open("do/logistics/" + form + "?order=" + order);
                    visit.fits(form);
                    visit.isAccessible(form + " in " + language);
                    visit.shot("evidence-" + form + "-" + language + "-" + width);
                }
            }
        }
    }

    @Test
    @DisplayName("where the contract allows it the customer draws the signature on the phone, and whoever cannot draw brings a picture")
    void drawnOnTheScreen() {
        String order = looked(company.trusted(), Map.of("drawn-signature", "yes", "deemed-days", "10"));
        try (Browser browser = new Browser();
                Visit visit = Visit.of(browser, platform, new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            visit.signIn("lina");
            looksRight(visit, order);
            assertThat(visit.page().locator("form.form a[href^='/documents/']").textContent()).as("the report is there to be read").contains("acceptance-report");
            assertThat(visit.page().locator("input[type=file]").isVisible()).as("the way of the keyboard").isTrue();
            visit.fill(Map.of("signatory", "Wang Wei", "authority", "PoA 3"));
            BoundingBox pad = visit.page().locator("[data-drawing] canvas").boundingBox();
            visit.page().mouse().move(pad.x + 30, pad.y + 40);
            visit.page().mouse().down();
            visit.page().mouse().move(pad.x + 200, pad.y + 90);
            visit.page().mouse().up();
            visit.shot("evidence-drawn");
            visit.page().locator("form.form .send .primary").click();
            company.until("the signature is taken in", () -> company.milestones(order).contains("logistics.delivered"));
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(documents(order, "logistics.acceptance")).singleElement()
                .satisfies(picture -> assertThat(picture.path("type").asText()).isEqualTo("image/png"));
    }
}
