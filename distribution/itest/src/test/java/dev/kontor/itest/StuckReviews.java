package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Regulation 4.2 over REST: the ways in which joint reviews get stuck, and how this one goes on. */
abstract class StuckReviews extends Amendments {

    private static final String SET = "review/joint";

    StuckReviews(Archive archive) {
        super(archive);
    }

    @Test
    @DisplayName("R-4.14: one objects early: the others are heard all the same, and afterwards only the objector is asked again")
    void oneObjectsEarly() {
        String order = company.passedFor(500_000);
        company.production(order, "objection").expect(200);

        assertThat(company.reviews(order)).as("the round stays open").hasSize(2);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).doesNotContain("review.cleared", "review.passed");

        solved(order, "production", "sun");
        company.submit(order).expect(200);
        company.handled(order);
        assertThat(company.reviews(order)).singleElement().asString().contains("Production");
        company.production(order, "no-objection").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    @Test
    @DisplayName("R-4.12: a reviewer leaves with the task in hand: a colleague takes it over, and the clock goes on")
    void aReviewerLeaves() {
        String order = company.passedFor(500_000);
        security("roles/grant", "qian");
        Rest leaving = Rest.signIn(platform.url(), "qian", "qian");
        JsonNode held = opinion(leaving, order);
        Map<String, Object> task = Map.of("tasks", List.of(Map.of("id", held.path("id").asText())));
        leaving.command("tasks/take", Map.of("values", task)).expect(200);
        assertThat(opinion(leaving, order).path("holder").toString()).contains("qian");

        security("roles/withdraw", "qian");
        assertThat(opine(leaving, order).status()).isNotEqualTo(200);
        company.as("sun").command("tasks/take", Map.of("values", task)).expect(200);

        JsonNode taken = opinion(company.as("sun"), order);
        assertThat(taken.path("holder").toString()).contains("sun");
        assertThat(taken.path("deadline")).as("the time that was left").isEqualTo(held.path("deadline"));
        opine(company.as("sun"), order).expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    private void security(String command, String person) {
        company.as("security").command(command, Map.of("values", Map.of("person", person, "role", "production.reviewer"))).expect(200);
    }

    private static Rest.Got opine(Rest reviewer, String order) {
        return reviewer.command("review/opine", order, Map.of("feasibility", "feasible", "cycle", "fits", "material", "available",
                "verdict", "no-objection", "remarks", ""));
    }

    @Test
    @DisplayName("R-4.14: two rounds never overlap: an opinion that arrives for the round before is refused and changes nothing")
    void twoRoundsNeverOverlap() {
        String order = company.passedFor(500_000);
        company.production(order, "objection").expect(200);
        String late = opinion(company.as("zhou"), order).path("id").asText();
        company.as("lina").command("review/recall", order, Map.of("reason", "To solve it at once.")).expect(200);
        solved(order, "production", "sun");
        company.submit(order).expect(200);
        company.handled(order);

        Map<String, Object> values = Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low", "verdict", "no-objection");
        Rest.Got refused = company.as("zhou").post(
                "commands/review/opine", Map.of("order", order, "task", late, "version", -1, "values", values), "late-" + late);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        assertThat(company.reviews(order)).doesNotHaveDuplicates().hasSize(3);

        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    @Test
    @DisplayName("R-4.13: the rules change in the middle of a round: it ends by those it began with, the next begins by the new ones")
    void theRulesChangeInFlight() throws IOException {
        String before = company.passedFor(1_200_000);
        assertThat(company.reviews(before)).hasSize(3);
        company.production(before, "no-objection").expect(200);
        largeFrom("2000000", "1200000");
        try {
            String after = company.passedFor(1_200_000);
            assertThat(company.tasks(after)).as("large by the new rules").hasSize(4);
            company.finance(before).expect(200);
            company.legal(before, "acceptable").expect(200);
            assertThat(company.milestones(before)).contains("review.cleared");
        } finally {
            largeFrom("1200000", "2000000");
        }
    }

    /** Changed in its file, while the platform works; a line that was active before is told apart by a remark. */
    private void largeFrom(String from, String to) throws IOException {
        int active = activeNumber();
        Path parameters = platform.archive().rules().resolve(SET).resolve("parameters.csv");
        Path beside = platform.archive().data().resolve("beside.tmp");
        String now = Files.readString(parameters);
        assertThat(now).contains("large-order-from," + from + ",");
        Files.writeString(beside, now.replace("large-order-from," + from + ",", "large-order-from," + to + ",") + "# changed after version " + active + "\n");
        Files.move(beside, parameters, StandardCopyOption.REPLACE_EXISTING);
        company.until("the changed rules decide", () -> activeNumber() > active);
    }

    private int activeNumber() {
        return company.as("rules").get("rules/" + SET).expect(200).body().path("set").path("active").path("version").path("number").asInt();
    }

    /** The task in which somebody owes an opinion on the order. */
    private static JsonNode opinion(Rest reviewer, String order) {
        return reviewer.get("commands/review/opine?order=" + order).expect(200).body().path("task");
    }

    private void solved(String order, String objector, String person) {
        company.as("lina").command("review/propose-solution", order, Map.of(
                "objection", objector, "kind", "correction", "words", "Another spindle.")).expect(200);
        company.as(person).command("review/agree-solution", order, Map.of("agreed", "yes")).expect(200);
    }
}
