package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.review.book.Issue;
import dev.kontor.review.issue.AnswerIssue;
import dev.kontor.review.issue.Issues;
import dev.kontor.review.issue.RaiseIssue;
import dev.kontor.review.issue.ResolveIssue;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.review.preliminary.PassPreliminary;
import dev.kontor.review.preliminary.ReturnOrder;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.1: preliminary review")
final class PreliminaryReviewTest {

    private ReviewRoom room;

    private void open(Order order) {
        room = new ReviewRoom(Dialect.DERBY, order);
        room.submit();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-4.1: it is due one working day after the submission")
    void isDueOneWorkingDayAfterTheSubmission() {
        open(anOrder().signedOn(LocalDate.of(2026, 3, 6)).build());

        Task task = room.file.task(Vocabulary.PRELIMINARY, "");
        assertThat(task.role()).isEqualTo(Role.SALES_HEAD);
        assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    @DisplayName("R-4.2: an order with every item in order passes")
    void anOrderInOrderPasses() {
        open(anOrder().build());

        room.pass();

        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_PASSED);
        assertThat(room.read(() -> room.book.findings(room.file.number())))
                .extracting(finding -> finding.item() + " " + finding.byRules())
                .containsExactlyInAnyOrder("complete passed", "accurate passed", "credit passed", "policy passed");
    }

    @Test
    @DisplayName("R-4.2: bad credit alone blocks")
    void badCreditAloneBlocks() {
        open(anOrder().build());
        room.exceedCredit();

        refusedAt(room.passing(), "item-credit");
    }

    @Test
    @DisplayName("R-4.2: terms against company policy alone block")
    void termsAgainstPolicyAloneBlock() {
        open(anOrder().prepaid(9).build());

        refusedAt(room.passing(), "item-policy");
    }

    @Test
    @DisplayName("R-4.2: missing information alone blocks")
    void missingInformationAloneBlocks() {
        open(anOrder().calling("").build());

        refusedAt(room.passing(), "item-complete");
    }

    @Test
    @DisplayName("R-4.2: what the head finds wrong blocks, whatever the rules say")
    void whatTheHeadFindsWrongBlocks() {
        open(anOrder().build());
        Map<String, Object> values = new HashMap<>(room.passing());
        values.put("item-accurate", "problem");

        refusedAt(values, "item-accurate");
    }

    @Test
    @DisplayName("R-4.2: the signing date must be the document's")
    void theSigningDateMustBeTheDocuments() {
        open(anOrder().build());
        Map<String, Object> values = new HashMap<>(room.passing());
        values.put("signed-on", "2026-03-01");

        refusedAt(values, "signed-on");
    }

    @Test
    @DisplayName("R-4.3, R-4.12: an open issue blocks; the clock stands still until sales answers")
    void anOpenIssueBlocks() {
        open(anOrder().build());
        Issues issues = new Issues(room.book, room.spans);
        Task reviewing = room.file.task(Vocabulary.PRELIMINARY, "");
        room.file.as("chen", Role.SALES_HEAD);
        String issue = room.run(new RaiseIssue(issues), reviewing, Map.of("question", "Which colour?")).id();

        assertThat(room.file.task(Vocabulary.PRELIMINARY, "").suspendedAt()).isPresent();
        assertThatExceptionOfType(Refused.class).isThrownBy(room::pass);
        Task answering = room.file.task(Vocabulary.ANSWER, "review");
        assertThat(answering.holder().orElseThrow().value()).isEqualTo("lina");
        assertThat(answering.deadline()).isPresent();

        room.file.as("lina", Role.SALES_REP);
        room.run(new AnswerIssue(issues), answering, Map.of("answer", "Grey."));
        assertThat(room.file.task(Vocabulary.PRELIMINARY, "").suspendedAt()).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(room::pass);

        room.file.as("chen", Role.SALES_HEAD);
        room.run(new ResolveIssue(issues), reviewing, Map.of("issue", issue, "resolution", "Grey it is."));
        room.pass();
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_PASSED);
    }

    @Test
    @DisplayName("R-4.3: an issue that sales has not answered cannot be resolved")
    void anUnansweredIssueCannotBeResolved() {
        open(anOrder().build());
        Issues issues = new Issues(room.book, room.spans);
        Task reviewing = room.file.task(Vocabulary.PRELIMINARY, "");
        room.file.as("chen", Role.SALES_HEAD);
        String issue = room.run(new RaiseIssue(issues), reviewing, Map.of("question", "Which colour?")).id();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(new ResolveIssue(issues), reviewing, Map.of("issue", issue, "resolution", "-")));
    }

    @Test
    @DisplayName("R-4.3: a returned order comes back with an issue that must be resolved")
    void aReturnedOrderComesBackWithAnIssue() {
        open(anOrder().build());
        room.file.as("chen", Role.SALES_HEAD);
        room.run(new ReturnOrder(room.book), room.file.task(Vocabulary.PRELIMINARY, ""), Map.of("reason", "wrong place"));

        assertThat(room.file.milestones()).doesNotContain(MilestoneName.ENTRY_SUBMITTED);
        assertThat(room.file.task(Vocabulary.RESUBMIT, "").holder().orElseThrow().value()).isEqualTo("lina");

        room.resubmit(anOrder().revised(2).build());
        assertThatExceptionOfType(Refused.class).isThrownBy(room::pass);
        Issue issue = room.read(() -> room.book.issues(room.file.number()).get(0));
        room.file.as("chen", Role.SALES_HEAD);
        room.run(
                new ResolveIssue(new Issues(room.book, room.spans)),
                room.file.task(Vocabulary.PRELIMINARY, ""),
                Map.of("issue", issue.id(), "resolution", "right place now"));
        room.pass();
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_PASSED);
    }

    @Test
    @DisplayName("R-4.4, R-4.18: nobody reviews their own order, whatever role they hold")
    void nobodyReviewsTheirOwnOrder() {
        open(anOrder().build());
        Task task = room.file.task(Vocabulary.PRELIMINARY, "");
        room.file.as("lina", Role.SALES_REP, Role.SALES_HEAD, Role.LEADERSHIP);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(new PassPreliminary(room.book), task, room.passing()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        assertThat(new PassPreliminary(room.book).offered(room.file, java.util.Optional.of(task))).isFalse();
    }

    @Test
    @DisplayName("R-4.18: the order of the head of sales goes to company leadership")
    void theHeadsOwnOrderGoesToLeadership() {
        open(anOrder().by("chen").build());

        assertThat(room.file.task(Vocabulary.PRELIMINARY, "").role()).isEqualTo(Role.LEADERSHIP);
    }

    private void refusedAt(Map<String, Object> values, String field) {
        room.file.as("chen", Role.SALES_HEAD);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(new PassPreliminary(room.book), room.file.task(Vocabulary.PRELIMINARY, ""), values))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).isEqualTo(List.of(field)));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_PASSED);
    }

    @Test
    @DisplayName("R-4.2: an exemption clause without liability for breach is against policy")
    void breachMustBeAgreed() {
        open(anOrder().withTerms(new ContractTerm("exemption", "8", "Force majeure.")).build());

        refusedAt(room.passing(), "item-policy");
    }
}
