package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Regulation 10 over REST. In a company that has published its regulation a contract is registered late and another order is
 * cleared; what follows is appealed, somebody is commended, and the month comes to its end.
 */
@DisplayName("Regulation 10: a month is audited, its violations are treated, it is scored and handed to payroll")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionIT {

    private static final List<String> EVERYBODY = List.of("lina", "zhao", "chen", "sun", "zhou", "wu", "qian", "he", "ma", "lu", "tang", "xu",
            "song", "shen", "gao", "liang", "rules", "system", "security", "auditor");
    private static final String PENALTIES = "supervision/penalties";

    private final LocalDate first = Company.today();
    private final YearMonth month = YearMonth.from(first);
    private Platform platform;
    private Company company;
    private Works works;
    private String late;
    private String cleared;
    private String treatment;

    @BeforeAll
    void aMonthPasses() {
        platform = new Platform(Archive.unpack("supervision").staffed(), "--demo").start();
        company = new Company(platform);
        works = new Works(company);
        security("grant", "song", "company.leadership");
        everybodyAcknowledges();
        late = company.register(company.contractNumber(), company.customer(), first.minusDays(30)).expect(200).body().path("order").asText();
        company.save(late, company.contract(400_000));
        company.submit(late).expect(200);
        cleared = company.cleared(500_000);
        security("withdraw", "sun", "production.reviewer");
        security("grant", "sun", "supervision.inspector");
        treatment = proposed();
        company.as("gao").command("supervision/begin", Map.of("values", Map.of("from", first.toString()))).expect(200);
        treated();
        commended();
        forwardTo(month.plusMonths(1).atDay(2));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private void security(String what, String person, String role) {
        company.as("security").command("roles/" + what, Map.of("values", Map.of("person", person, "role", role))).expect(200);
    }

    /** */
    private void everybodyAcknowledges() {
        company.as("gao").command("supervision/publish-regulation", Map.of("values", Map.of(
                "title", "Measures for the Management of Equipment Sales Orders", "effective-on", first.toString(), "body", "Study and apply."))).expect(200);
        assertThat(text("shen", "supervision/regulation")).contains("Read version 1");
        EVERYBODY.forEach(person -> company.as(person).command("supervision/acknowledge", Map.of("values", Map.of("subject", "1", "read", "yes")))
                .expect(200));
        company.as("lina").command("supervision/acknowledge", Map.of("values", Map.of("subject", "1", "read", "yes"))).expect(409);
    }

    /** What rules proposed for the contract that was registered late. */
    private String proposed() {
        company.until("a proposal for " + late, () -> !links("shen", "orders/" + late).isEmpty());
        return links("shen", "orders/" + late).get(0);
    }

    /** The treatments whose row leads to this page. */
    private List<String> links(String person, String target) {
        List<String> found = new ArrayList<>();
        for (String id : ids(text(person, "supervision/treatments"), "supervision/treatments/([0-9a-f-]{36})")) {
            if (text(person, "supervision/treatments/" + id).contains(target)) {
                found.add(id);
            }
        }
        return found;
    }

    private static List<String> ids(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(found -> found.group(1)).distinct().toList();
    }

    private String text(String person, String page) {
        return company.as(person).get("pages/" + page).expect(200).body().toString();
    }

    private void subject(String person, String command, String subject, Map<String, String> typed, int status) {
        Map<String, String> values = new java.util.HashMap<>(typed);
        values.put("subject", subject);
        company.as(person).command("supervision/" + command, Map.of("values", values)).expect(status);
    }

    /** heard, decided, appealed, and decided by another. */
    private void treated() {
        assertThat(text("lina", "supervision/mine/" + treatment)).contains("3.2", "decisions/");
        subject("zhao", "plead", treatment, Map.of("words", "Not mine."), 404);
        subject("lina", "plead", treatment, Map.of("words", "The paper came by post."), 200);
        asked("supervision/decide");
        works.does("gao", "supervision/decide", late, Map.of("measure", "points", "points", "5", "grounds", "Thirty days.")).expect(200);
        subject("lina", "appeal", treatment, Map.of("words", "The post was late."), 200);
        asked("supervision/decide-appeal");
        works.does("gao", "supervision/decide-appeal", late, Map.of("measure", "points", "points", "3", "grounds", "No.")).expect(403);
        works.does("song", "supervision/decide-appeal", late, Map.of("measure", "points", "points", "3", "grounds", "Partly the post.")).expect(200);
    }

    private void asked(String command) {
        company.until(command + " is asked for", () -> company.as("song").get("commands/" + command + "?order=" + late).status() == 200);
    }

    /** */
    private void commended() {
        String commendation = company.as("chen").command("supervision/commend", Map.of("values", Map.of(
                        "commended", "sun", "reason", "Opined within the hour.", "evidence", "The round.", "order", cleared, "reward", "200 CNY")))
                .expect(200).body().path("id").asText();
        subject("gao", "answer-commendation", commendation, Map.of("approved", "yes"), 200);
    }

    private void forwardTo(LocalDate day) {
        company.as("system").command("time/forward", Map.of("values", Map.of("until", day.toString()))).expect(200);
        company.until(day + " has come", () -> company.as("system").get("pages/time").expect(200).body().toString().contains("\"–\""));
    }

    @Test
    @DisplayName("R-10.1 to R-10.3, R-10.7: who worked on an order and changed to the supervision group does not inspect it; a finding is put right by its owner and verified by another")
    void findingsArePutRight() {
        String audit = ids(text("shen", "supervision/audits"), "supervision/audits/([0-9a-f-]{36})").get(0);
        String inspected = text("shen", "supervision/audits/" + audit);
        List<String> samples = ids(inspected, "do/supervision/inspect\\?subject=([0-9a-f-]{36})");
        assertThat(samples).as("the two orders of the month").hasSize(2);

        Rest sun = Rest.signIn(platform.url(), "sun", "sun");
        assertThat(samples.stream().map(sample -> inspect(sun, sample).status())).as("sun opined on one of them").containsExactlyInAnyOrder(200, 403);
        assertThat(samples.stream().map(sample -> inspect(company.as("shen"), sample).status())).containsExactlyInAnyOrder(200, 409);

        String finding = ids(text("shen", "supervision/audits/" + audit), "do/supervision/demand\\?subject=([0-9a-f-]{36})").get(0);
        subject("shen", "demand", finding, Map.of("answer", "rectify", "opinion", "Register on the day.", "owner", "sales.rep", "within", "5"), 200);
        String order = owing("supervision/carry-out");
        works.does("lina", "supervision/carry-out", order, Map.of("done", "The seal register is looked at each morning.")).expect(200);
        company.until("somebody is to verify it", () -> company.as("shen").get("commands/supervision/verify?order=" + order).status() == 200);
        works.does("shen", "supervision/verify", order, Map.of("accepted", "yes", "remarks", "Seen.")).expect(200);
        assertThat(text("shen", "supervision/audits/" + audit)).contains("Verified");
        assertThat(company.journal(order)).contains("supervision.demanded", "supervision.carried-out", "supervision.verified");
        assertThat(company.journal(order)).as("what the inspection saw of each matter").contains("entry-late", "payments-late", "missing-stages");
    }

    private static Rest.Got inspect(Rest inspector, String sample) {
        return inspector.command("supervision/inspect", Map.of("values", Map.of("subject", sample, "remarks", "By the journal.")));
    }

    /** That of the two on which lina owes it. */
    private String owing(String command) {
        return company.as("lina").get("commands/" + command + "?order=" + late).status() == 200 ? late : cleared;
    }

    @Test
    @DisplayName("R-10.5, R-10.6: each score leads to its events, counts to the same again, and payroll gets the figures that were decided and confirmed")
    void scoresAreExplainedAndHandedOver() {
        subject("shen", "score", month.toString(), Map.of("month", month.toString()), 200);
        assertThat(company.as("auditor").get("journal?kind=supervision.scored").expect(200).body().toString()).contains("comes out the same again");

        JsonNode lina = row("lina");
        assertThat(lina.path(5).path("number").asText()).as("points, as decided on the appeal").isEqualTo("3");
        assertThat(row("sun").toString()).contains("200 CNY");
        assertThat(text("gao", "supervision/indicators")).as("what is promised, month by month").contains(month.toString(), "100 % (2 of 2)");
        String id = ids(lina.toString(), "supervision/scores/[0-9-]+/([0-9a-f-]{36})").get(0);
        JsonNode score = company.as("gao").get("pages/supervision/scores/" + month + "/" + id).expect(200).body();
        assertThat(score.toString()).contains("orders/" + late, "decisions/");

        subject("gao", "confirm-scores", month.toString(), Map.of(), 200);
        assertThat(row("lina").path(9).path("text").asText()).as("confirmed by").isEqualTo("高峰");
        subject("gao", "confirm-scores", month.toString(), Map.of(), 409);
    }

    /** What payroll takes over of somebody, column by column. */
    private JsonNode row(String person) {
        JsonNode page = company.as("gao").get("pages/supervision/scores/" + month).expect(200).body();
        for (JsonNode rows : page.findValues("rows")) {
            for (JsonNode row : rows) {
                if (row.path(2).path("text").asText().equals(person)) {
                    return row;
                }
            }
        }
        throw new AssertionError("%s has no score: %s".formatted(person, page));
    }

    @Test
    @DisplayName("R-0.3: whoever has acknowledged a version is asked again for the next")
    void aNewVersionIsAcknowledgedAnew() {
        assertThat(text("lina", "supervision/mine")).doesNotContain("supervision/regulation");
        company.as("gao").command("supervision/publish-regulation", Map.of("values", Map.of(
                "title", "Measures, second version", "effective-on", month.plusMonths(1).atDay(2).toString(), "body", "Study it again."))).expect(200);

        assertThat(text("lina", "supervision/mine")).contains("supervision/regulation");
        subject("lina", "acknowledge", "1", Map.of("read", "yes"), 409);
        subject("lina", "acknowledge", "2", Map.of("read", "yes"), 200);
    }

    @Test
    @DisplayName("R-11.2, decision 38: a penalty rule counts only after its replay over a quarter")
    void aPenaltyIsTriedFirst() {
        company.proposed(PENALTIES, "brief-points,2,", "brief-points,3,");
        String digest = company.as("rules").get("rules/" + PENALTIES).expect(200).body().path("set").path("candidate").path("version").path("digest").asText();
        Map<String, Object> activate = Map.of("values", Map.of("set", PENALTIES, "digest", digest, "reason", "Sharper."));
        assertThat(company.as("rules").command("rules/activate", activate).status()).isBetween(400, 422);
        assertThat(active()).isNotEqualTo(digest);

        LocalDate now = month.plusMonths(1).atDay(2);
        company.replayed(PENALTIES, now.minusMonths(3), now);
        company.as("rules").command("rules/activate", activate).expect(200);
        assertThat(active()).isEqualTo(digest);
    }

    private String active() {
        return company.as("rules").get("rules/" + PENALTIES).expect(200).body().path("set").path("active").path("version").path("digest").asText();
    }

    @Test
    @DisplayName("R-9.2: after all of it every journal holds")
    void everyJournalHolds() {
        assertThat(company.as("auditor").get("journal/verification").expect(200).body().path("faults")).isEmpty();
    }
}
