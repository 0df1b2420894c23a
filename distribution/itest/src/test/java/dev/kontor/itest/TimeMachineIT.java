package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The demo company's two quarters are over; then more than a year passes in which nobody does anything. */
@DisplayName("Days that pass one by one bring what they bring: reminders, dunning, retention money, visits, penalties, audits")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeMachineIT {

    /** Retention money is due after twelve months, and two levels of dunning later. */
    private static final int DAYS = 380;
    private static final int PAGE = 200;

    private final LocalDate first = Company.today();
    private Platform platform;
    private Company company;

    @BeforeAll
    void aYearPasses() {
        platform = new Platform(Archive.unpack("forward").played(), "--demo").start();
        company = new Company(platform);
        String until = first.plusDays(DAYS).toString();
        company.as("system").command("time/forward", Map.of("values", Map.of("until", until))).expect(200);
        company.until(until + " has come", () -> company.as("system").get("pages/time").expect(200).body().toString().contains("\"–\""));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private String order(String contract) {
        return company.as("auditor").get("orders?words=" + contract).expect(200).body().path("orders").path(0).path("number").asText();
    }

    /** What happened to the order, the oldest first: the kind of each line and its words. */
    private List<String> lines(String order) {
        List<String> lines = new ArrayList<>();
        long before = Long.MAX_VALUE;
        do {
            JsonNode part = company.as("auditor").get("orders/%s/journal?limit=%d&before=%d".formatted(order, PAGE, before)).expect(200).body();
            part.path("entries").forEach(entry -> lines.add(0, entry.path("at").asText().substring(0, 10) + " " + entry.path("kind").asText() + " "
                    + entry.path("what").asText()));
            before = part.path("next").asLong();
        } while (before > 0);
        return lines;
    }

    private static List<String> having(List<String> lines, String... words) {
        return lines.stream().filter(line -> List.of(words).stream().allMatch(line::contains)).toList();
    }

    @Test
    @DisplayName("R-7.2, R-7.3, policy 13: an advance that nobody pays is reminded of, then a call, a reminder, a letter, a lawyer's letter, and leadership decides")
    void dunningGoesThroughItsLevels() {
        List<String> lines = lines(order("KT-D-002"));

        assertThat(having(lines, "task.raised", ": instalment 1”")).extracting(line -> line.substring(line.indexOf('“') + 1, line.indexOf(':'))).containsSubsequence(
                "Talk to the customer before an instalment falls due", "Call the customer about a late instalment",
                "Remind the customer in writing of a late instalment", "Send the dunning letter", "Have a lawyer write",
                "Decide on litigation or arbitration");
        assertThat(having(lines, "document.filed", "Dunning letter")).hasSize(1);
        assertThat(having(lines, "rules.violation", "did not talk to the customer about instalment 1")).hasSize(1);
    }

    @Test
    @DisplayName("R-7.1, policy 12: retention money of an archived order falls due after its twelve months and is dunned like any other")
    void retentionMoneyFallsDue() {
        List<String> lines = lines(order("KT-D-019"));

        String delivered = having(lines, "milestone.reached", "“Accepted by the customer” reached").get(0);
        LocalDate due = LocalDate.parse(delivered.substring(0, 10)).plusMonths(12);
        assertThat(having(lines, "task.raised", "Talk to the customer before an instalment falls due: instalment 3"))
                .singleElement().asString().isLessThan(due.toString());
        assertThat(having(lines, "task.raised", "Call the customer about a late instalment: instalment 3"))
                .singleElement().asString().isGreaterThan(due.toString());
    }

    @Test
    @DisplayName("R-8.4: a delivered order is visited every three months, and each missed visit is a violation")
    void visitsFallDue() {
        List<String> lines = lines(order("KT-D-019"));

        assertThat(having(lines, "task.raised", "Visit a customer")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(having(lines, "rules.violation", "did not make the follow-up visit")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("R-11.3: each violation becomes a proposal with points, is to be heard and then decided by leadership")
    void violationsBecomeProposals() {
        List<String> lines = lines(order("KT-D-002"));

        assertThat(having(lines, "rules.penalty")).hasSizeGreaterThanOrEqualTo(having(lines, "rules.violation").size());
        assertThat(having(lines, "supervision.proposed", "You can be heard until")).isNotEmpty();
        assertThat(company.as("gao").get("tasks?kind=supervision.decision&limit=200").expect(200).body().toString()).contains("supervision.decision");
    }

    @Test
    @DisplayName("R-10.1, R-10.5: each month has its audit, and those in which something was to be done have their scores")
    void eachMonthIsAuditedAndScored() {
        JsonNode audits = company.as("auditor").get("pages/supervision/audits").expect(200).body();
        for (LocalDate month = first.withDayOfMonth(1); month.isBefore(first.plusMonths(12).withDayOfMonth(1)); month = month.plusMonths(1)) {
            assertThat(audits.toString()).contains(month.toString().substring(0, 7));
        }
        JsonNode scores = company.as("gao").get("pages/supervision/scores").expect(200).body();
        assertThat(scores.toString()).contains(first.plusMonths(12).toString().substring(0, 7), "lina");
    }

    @Test
    @DisplayName("R-4.15: the amendment of the demo's past waits for its reviewers; what was cleared before is cleared no more")
    void theAmendmentIsUnderReview() {
        List<String> lines = lines(order("KT-D-030"));

        assertThat(having(lines, "order.revised")).as("entered, and changed").hasSize(2);
        List<String> cleared = having(lines, "milestone.", "“Joint review cleared”");
        assertThat(cleared).hasSize(2);
        assertThat(cleared.get(1)).contains("withdrawn");
    }

    @Test
    @DisplayName("R-9.2: after all of it every journal holds")
    void everyJournalHolds() {
        assertThat(company.as("auditor").get("journal/verification").expect(200).body().path("faults")).isEmpty();
    }
}
