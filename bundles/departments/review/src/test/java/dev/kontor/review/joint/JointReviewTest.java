package dev.kontor.review.joint;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.Round;
import dev.kontor.review.issue.AskSales;
import dev.kontor.review.issue.Issues;
import dev.kontor.store.unit.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2: joint review")
final class JointReviewTest {

    private static final String NO = "no-objection";
    private static final String OBJECTION = "objection";

    @Parameter
    private Dialect dialect;

    private ReviewRoom room;

    @BeforeEach
    void passThePreliminaryReview() {
        room = new ReviewRoom(dialect, anOrder().build());
        room.submit();
        room.pass();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-4.5, R-4.12: three departments are asked at one instant, each with its own time")
    void threeDepartmentsAreAskedAtOnce() {
        assertThat(room.asked()).containsExactly("finance", "legal", "production");
        assertThat(room.file.openTasks(Vocabulary.OPINION)).extracting(Task::openedAt).containsOnly(room.file.now());
        assertThat(room.file.task(Vocabulary.OPINION, "production").deadline().orElseThrow().within().count()).isEqualTo(3);
        assertThat(room.file.task(Vocabulary.OPINION, "legal").deadline().orElseThrow().within().count()).isEqualTo(2);
    }

    @Test
    @DisplayName("R-4.13: the order is cleared when every required department has no objection, not before")
    void clearedWhenNobodyObjects() {
        room.opine("production", NO);
        room.opine("legal", NO);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_CLEARED);

        room.opine("finance", NO);

        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
        Round round = room.read(() -> room.book.lastRound(room.file.number()).orElseThrow());
        assertThat(round.state()).isEqualTo(Round.CLEARED);
        assertThat(round.sets()).extracting(set -> set.set()).containsExactly("review/joint");
    }

    @Test
    @DisplayName("R-4.13: a department that stopped keeps its place in the round, and the order waits")
    void aStoppedDepartmentKeepsTheOrderWaiting() {
        room.opine("production", NO);
        room.opine("finance", NO);
        room.stop("legal");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.opine("legal", NO))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_CLEARED);
        assertThat(room.asked()).containsExactly("legal");
    }

    @Test
    @DisplayName("R-4.14: sales hears of an objection at once; the round stays open for the others")
    void salesHearsOfAnObjectionAtOnce() {
        room.opine("finance", OBJECTION);

        assertThat(room.file.told()).extracting(text -> text.key()).contains("review.objection-told");
        assertThat(room.asked()).containsExactly("legal", "production");
        assertThat(room.file.milestones()).contains(MilestoneName.ENTRY_SUBMITTED);
    }

    @Test
    @DisplayName("R-4.14: resubmission is refused while an objection has no agreed solution")
    void resubmissionIsRefusedWithoutASolution() {
        objectedBy("finance");

        assertThat(room.file.milestones()).doesNotContain(MilestoneName.ENTRY_SUBMITTED, MilestoneName.REVIEW_PASSED);
        assertThat(room.file.task(Vocabulary.RESUBMIT, "").holder().orElseThrow().value()).isEqualTo("lina");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.file.reach(MilestoneName.ENTRY_SUBMITTED));

        solve("finance", "correction", true);

        room.file.reach(MilestoneName.ENTRY_SUBMITTED);
        assertThat(room.file.milestones()).contains(MilestoneName.ENTRY_SUBMITTED);
    }

    @Test
    @DisplayName("R-4.14: a declined solution does not lift the hold")
    void aDeclinedSolutionDoesNotLiftTheHold() {
        objectedBy("finance");

        solve("finance", "correction", false);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.file.reach(MilestoneName.ENTRY_SUBMITTED));
    }

    @Test
    @DisplayName("R-4.14: the new round asks the objector again though nothing that it reviews changed")
    void theObjectorIsAlwaysAskedAgain() {
        objectedBy("finance");
        solve("finance", "correction", true);

        room.resubmit(anOrder().revised(2).calling("021-55550001").build());

        assertThat(room.file.openTasks(Vocabulary.PRELIMINARY)).isEmpty();
        assertThat(room.asked()).containsExactly("finance");
        assertThat(opinions(2)).containsExactly("finance asked", "legal stands", "production stands");
        assertThat(opinions(1)).containsExactly("finance given", "legal given", "production given");
    }

    @Test
    @DisplayName("R-4.14: a changed price restarts at the preliminary review and asks who reviews prices")
    void aChangedPriceRestartsAtThePreliminaryReview() {
        objectedBy("legal");
        solve("legal", "correction", true);

        room.resubmit(anOrder().revised(2).worth(Money.cny(400_000)).build());
        assertThat(room.asked()).isEmpty();
        room.pass();

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    @DisplayName("R-4.15: another telephone number after clearance reopens nobody")
    void aTelephoneNumberReopensNobody() {
        cleared();

        room.resubmit(anOrder().revised(2).calling("021-55550001").build());

        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
        assertThat(room.asked()).isEmpty();
    }

    @Test
    @DisplayName("R-4.15: another price after clearance reopens the head of sales and finance")
    void aPriceReopensTheHeadAndFinance() {
        cleared();

        room.resubmit(anOrder().revised(2).worth(Money.cny(600_000)).build());

        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_CLEARED, MilestoneName.REVIEW_PASSED);
        room.pass();
        assertThat(room.asked()).contains("finance").doesNotContain("legal");
    }

    @Test
    @DisplayName("R-4.17: an objection to a signed term is not solved by a correction")
    void aSignedTermNeedsPaper() {
        room.objectOnSignedTerm("legal");
        room.opine("production", NO);
        room.opine("finance", NO);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> propose("legal", "correction", Map.of()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> propose("legal", "supplementary-agreement", Map.of()));
        propose("legal", "supplementary-agreement", Map.of("document", ReviewRoom.PAPER));
        assertThat(room.file.documents()).hasSize(1);
    }

    @Test
    @DisplayName("R-4.14: one solution is answered before the next is proposed")
    void oneSolutionAtATime() {
        objectedBy("finance");
        propose("finance", "correction", Map.of());

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> propose("finance", "correction", Map.of()));
    }

    @Test
    @DisplayName("R-4.17: leadership can accept the risk; the objector is asked again all the same")
    void leadershipCanAcceptTheRisk() {
        room.objectOnSignedTerm("legal");
        room.opine("production", NO);
        room.opine("finance", NO);
        room.file.as("gao", Role.LEADERSHIP);

        room.run(new AcceptRisk(room.book, room.wayBack), Map.of("objection", "legal", "reason", "worth it"));
        room.resubmit(anOrder().revised(2).build());

        assertThat(room.asked()).containsExactly("legal");
    }

    @Test
    @DisplayName("R-4.17: an order that cannot clear is ended by leadership, and nobody owes it anything")
    void leadershipEndsAnOrder() {
        objectedBy("legal");
        room.file.as("gao", Role.LEADERSHIP);

        room.run(new Terminate(room.book), Map.of("how", "rescission", "reason", "no agreement"));

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.file.milestones()).contains(Vocabulary.TERMINATED);
    }

    @Test
    @DisplayName("R-4.14: sales can recall the order before everybody has spoken")
    void salesCanRecall() {
        room.opine("production", NO);
        room.file.as("lina", Role.SALES_REP);

        room.run(new Recall(room.book, room.rounds, room.wayBack), Map.of("reason", "typing error"));

        assertThat(room.asked()).isEmpty();
        room.resubmit(anOrder().revised(2).calling("021-55550001").build());
        assertThat(room.asked()).containsExactly("finance", "legal");
    }

    @Test
    @DisplayName("R-4.12: a question to sales stops the department's clock and blocks its no-objection")
    void aQuestionStopsTheClock() {
        room.file.as("legal-reviewer", Role.LEGAL_REVIEWER);
        room.run(
                new AskSales(new Issues(room.book, room.spans)),
                room.file.task(Vocabulary.OPINION, "legal"),
                Map.of("question", "Who signed?"));

        assertThat(room.file.task(Vocabulary.OPINION, "legal").suspendedAt()).isPresent();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.opine("legal", NO));
    }

    @Test
    @DisplayName("R-4.4: the representative gives no opinion on their own order")
    void theRepresentativeGivesNoOpinion() {
        Task task = room.file.task(Vocabulary.OPINION, "legal");
        room.file.as("lina", Role.SALES_REP, Role.LEGAL_REVIEWER);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(new Opine(room.book, room.forms), task, Map.of("verdict", NO)));
    }

    private void cleared() {
        List.of("production", "legal", "finance").forEach(department -> room.opine(department, NO));
    }

    private void objectedBy(String objector) {
        List.of("production", "legal", "finance")
                .forEach(department -> room.opine(department, department.equals(objector) ? OBJECTION : NO));
    }

    private String propose(String objector, String kind, Map<String, Object> more) {
        room.file.as("lina", Role.SALES_REP);
        Map<String, Object> values = new java.util.HashMap<>(Map.of("objection", objector, "kind", kind, "words", "so"));
        values.putAll(more);
        return room.run(new ProposeSolution(room.book, room.spans), values).id();
    }

    private void solve(String objector, String kind, boolean agreed) {
        propose(objector, kind, Map.of());
        room.file.as(objector + "-reviewer", new Role(objector + ".reviewer"));
        room.run(
                new AgreeSolution(room.book, room.wayBack),
                room.file.task(Vocabulary.SOLUTION, objector),
                Map.of("agreed", agreed ? "yes" : "no", "remarks", "well"));
    }

    private List<String> opinions(int number) {
        return room.read(() -> {
            Optional<Round> round = room.book.rounds(room.file.number()).stream().filter(each -> each.number() == number).findFirst();
            List<Opinion> opinions = room.book.opinions(round.orElseThrow());
            return opinions.stream().map(each -> each.department() + " " + each.state()).toList();
        });
    }
}
