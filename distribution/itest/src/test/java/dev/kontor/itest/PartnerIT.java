package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
@DisplayName("R-0.5: from nothing to an installed department, by the partner's guide")
class PartnerIT {

    private static final String DEPARTMENT = "customs-desk";
    private static final String BUNDLE = "com.example.customsdesk";
    private static final String CLERK = "zhao";
    private static final String REVIEWER = "he";

    private static PartnerProject project;
    private static Path jar;
    private static Platform platform;
    private static Company company;
    private static Bundles bundles;
    /** Under joint review since before the department came; worth an opinion of it. */
    private static String early;

    /** The project's own build starts a platform, too: that is over before this one begins. */
    @BeforeAll
    static void begin() throws IOException {
        Archive archive = Archive.unpack("partner").staffed();
        project = PartnerProject.generate(archive, DEPARTMENT);
        jar = project.verify();
        platform = new Platform(archive, "--demo").start();
        company = new Company(platform);
        bundles = Bundles.of(platform);
        early = company.passedFor(1_000_000);
    }

    @AfterAll
    static void end() {
        platform.close();
    }

    @Test
    @Order(1)
    void inspectionSaysThatItWouldBeLetIn() {
        Archive.Ended inspected = platform.archive().kontor("bundle", "inspect", jar.toString());

        assertThat(inspected.words()).contains("customs-desk/give", "It would be let in");
        assertThat(inspected.code()).isZero();
    }

    @Test
    @Order(2)
    void droppedAndApprovedByItsDigestItHasItsPageInBothLanguages() throws IOException {
        company.as("lina").get("pages/customs-desk/statements").expect(404);
        platform.archive().addRules(project.folder().resolve("rules"));
        byte[] content = Files.readAllBytes(jar);
        bundles.drop("customs-desk.jar", content);
        bundles.becomes(content, "waits for approval");
        bundles.approve(content);
        bundles.becomes(content, "runs");

        company.until("the page of the department", () -> company.as("lina").get("pages/customs-desk/statements").status() == 200);
        assertThat(title("en")).isEqualTo("Statements");
        assertThat(title("zh-CN")).isEqualTo("说明列表");
    }

    private static String title(String language) {
        return company.as("lina").in(language).get("pages/customs-desk/statements").expect(200).body().path("title").asText();
    }

    @Test
    @Order(3)
    void anOpenRoundStaysAsItWasUntilItIsMoved() {
        List<String> before = company.reviews(early);
        for (String set : List.of("statement", "review.joint", "entry.submission")) {
            company.until(set + " decides", () -> !company.as("rules").get("rules/customs-desk/" + set).body()
                    .path("set").path("active").path("version").path("digest").asText().isEmpty());
        }
        company.as("system").command("roster/approve", Map.of("values", Map.of("name", DEPARTMENT))).expect(200);
        employ(CLERK, "customs-desk.clerk");
        employ(REVIEWER, "customs-desk.reviewer");
        assertThat(company.reviews(early)).isEqualTo(before);
        company.as(REVIEWER).get("commands/review/opine?order=" + early).expect(404);

        company.as("rules").command("review/move-rounds", Map.of("values", Map.of("orders", early, "reason", "The customs desk has its say."))).expect(200);

        company.until("the opinion is asked for", () -> company.as(REVIEWER).get("commands/review/opine?order=" + early).status() == 200);
        assertThat(company.reviews(early)).containsAll(before);
        company.as(REVIEWER).command("review/opine", early, Map.of("possible", "no", "verdict", "no-objection")).expect(422);
        company.as(REVIEWER).command("review/opine", early, Map.of("possible", "yes", "verdict", "no-objection")).expect(200);
        assertThat(company.reviews(early)).isEqualTo(before);
    }

    private static void employ(String person, String role) {
        company.as("security").command("roles/grant", Map.of("values", Map.of("person", person, "other", role))).expect(200);
    }

    @Test
    @Order(4)
    void aValuableOrderOwesItsStatementAndGetsIt() {
        String large = company.cleared(100_000);
        String small = company.cleared(99_999);
        company.until("the statement is owed", () -> isOwed(large));
        company.handled(small);
        assertThat(isOwed(small)).isFalse();

        company.as(CLERK).command("customs-desk/give", large, Map.of("verdict", "concern")).expect(422);
        company.as(CLERK).command("customs-desk/give", large, Map.of("verdict", "fine")).expect(200);

        assertThat(isOwed(large)).isFalse();
        assertThat(statements()).contains(large).doesNotContain(small);
    }

    /** By its key's last word where the bundle that has the words is gone. */
    private static boolean isOwed(String order) {
        return company.tasks(order).stream().anyMatch(task -> task.contains("statement"));
    }

    private static String statements() {
        return company.as("lina").get("pages/customs-desk/statements").expect(200).body().toString();
    }

    @Test
    @Order(5)
    void anExtraordinaryOrderIsSubmittedOnceItsPurposeIsSaid() {
        String order = company.entered(5_000_000, company.trusted());
        assertThat(company.submit(order).expect(422).response().body())
                .contains("\"field\":\"purpose\"", "needs its purpose");

        company.as("lina").command("customs-desk/say-purpose", order, Map.of("purpose", "A new works.")).expect(200);

        company.submit(order).expect(200);
    }

    @Test
    @Order(6)
    void itsNextVersionMigratesWithTheDataThere() throws IOException {
        String given = statements();
        project.write("src/main/resources/db/migration/V2__ask.sql",
                "ALTER TABLE customs_desk_statement ADD COLUMN asked_by VARCHAR(64) DEFAULT '' NOT NULL;\n");
        byte[] next = Files.readAllBytes(project.next("1.1.0"));

        bundles.update(next, "runs");

        assertThat(statements()).isEqualTo(given);
        assertThat(bundles.admin().get("pages/bundles/" + Bundles.digest(next)).expect(200).response().body()).contains("1.1.0", "V2__ask.sql");
    }

    @Test
    @Order(7)
    void removedItNamesWhatWaitsAndKeepsItsData() throws IOException {
        String given = statements();
        String waiting = company.cleared(200_000);
        company.until("the statement is owed", () -> isOwed(waiting));

        String said = bundles.admin().command("bundles/remove", Map.of("values", Map.of("bundle", BUNDLE, "reason", "sold"))).expect(200)
                .body().path("said").asText();
        assertThat(said).contains("Its data stays", "One order needs it and waits", "nothing is decided at entry/submission, review/joint");
        byte[] last = Files.readAllBytes(project.next("1.1.0"));
        bundles.becomes(last, "removed");
        company.until("it is gone", () -> company.as("lina").get("pages/customs-desk/statements").status() != 200);
        assertThat(isOwed(waiting)).isTrue();
        company.submit(company.entered(50_000, company.trusted())).expect(503);

        company.as("system").command("roster/remove", Map.of("values", Map.of("kind", "department", "name", DEPARTMENT))).expect(200);
        company.cleared(50_000);

        bundles.approve(last);
        bundles.becomes(last, "runs");
        company.until("its page is back", () -> company.as("lina").get("pages/customs-desk/statements").status() == 200);
        assertThat(statements()).isEqualTo(given);
    }

    @Test
    @Order(8)
    @DisplayName("R-0.5: what the host would refuse, the project's own build refuses in the host's words")
    void theBuildSaysWhatTheHostWouldSay() throws IOException {
        project.write("src/main/java/com/example/customsdesk/End.java",
                "package com.example.customsdesk;\n\nfinal class End {\n\n    void end() {\n        System.exit(1);\n    }\n}\n");

        assertThat(project.refused("test", "-Dtest=ConformanceTest")).contains("theHostLetsItIn", "com.example.customsdesk.End.end");
    }
}
