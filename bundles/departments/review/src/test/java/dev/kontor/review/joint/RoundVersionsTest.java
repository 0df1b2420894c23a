package dev.kontor.review.joint;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Move;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.Round;
import dev.kontor.review.issue.AskSales;
import dev.kontor.review.issue.Issues;
import dev.kontor.review.joint.Preview.Effect;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Another version of the rules is activated while a round is open. */
@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2: a review round and the versions of its rules")
final class RoundVersionsTest {

    private static final String NO = "no-objection";
    private static final String OBJECTION = "objection";
    private static final TaskKind EVALUATION = new TaskKind("finance.evaluation");

    @Parameter
    private Dialect dialect;

    @TempDir
    private Path folder;

    private ChangedRules changed;
    private ReviewRoom room;
    private Preview preview;
    private MoveRounds command;
    private Administrator administrator;

    @BeforeEach
    void openARound() throws IOException {
        RuleBook rules = ReviewRoom.companyRules();
        changed = new ChangedRules(rules, folder);
        room = new ReviewRoom(dialect, anOrder().build(), rules);
        preview = new Preview(room.book, room.moves, room.outlook());
        command = new MoveRounds(room.book, preview);
        administrator = new Administrator(room.file.today());
        room.submit();
        room.pass();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-4.13: a round is judged to its end by the versions it began with, the next one by the new ones")
    void aRoundStaysOnItsVersion() throws IOException {
        List<SetVersion> began = round().sets();
        legalIsNotAsked();

        room.opine("production", NO);
        room.opine("finance", NO);
        assertThat(room.asked()).containsExactly("legal");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_CLEARED);
        assertThat(round().sets()).isEqualTo(began);
        room.opine("legal", NO);
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
        assertThat(round().sets()).isEqualTo(began);

        room.resubmit(anOrder().revised(2).worth(Money.cny(600_000)).build());
        room.pass();
        assertThat(round().sets()).extracting(SetVersion::number).containsExactly(2);
        assertThat(room.asked()).contains("finance").doesNotContain("legal");
    }

    @Test
    @DisplayName("Before a move it is shown who would be asked besides and who no longer, and nothing of it is kept")
    void aMoveIsShownBefore() throws IOException {
        legalIsNotAsked();

        Effect effect = effect();

        assertThat(effect.withdrawn()).containsExactly("legal");
        assertThat(effect.asked()).isEmpty();
        assertThat(effect.staying()).isEmpty();
        assertThat(room.asked()).containsExactly("finance", "legal", "production");
        assertThat(round().sets()).extracting(SetVersion::number).containsExactly(1);
    }

    @Test
    @DisplayName("A move withdraws what is required no longer and nobody has begun, and both journals name both digests")
    void aMoveWithdrawsWhatNobodyBegan() throws IOException {
        SetVersion before = round().sets().get(0);
        SetVersion after = legalIsNotAsked();

        move();

        assertThat(room.asked()).containsExactly("finance", "production");
        assertThat(opinions()).containsExactly("finance asked", "legal dropped", "production asked");
        assertThat(room.file.noted()).contains("review.round-moved", "review.asked-no-longer");
        assertThat(round().sets()).containsExactly(after);
        assertThat(administrator.noted).containsExactly("review.rounds-moved");
        assertThat(administrator.changes.get(0).before()).contains(before.digest());
        assertThat(administrator.changes.get(0).after()).contains(after.digest());
        assertThat(administrator.changes.get(1).after()).isEqualTo("the limit changed");
    }

    @Test
    @DisplayName("A move asks for what is required besides, due from the day of the move, and leaves the others their time")
    void aMoveAsksForWhatIsRequiredBesides() throws IOException {
        Task production = room.file.task(Vocabulary.OPINION, "production");
        changed.with("large-order-from", 2_000_000, 1_000).with("production-days", 3, 9).activate();
        assertThat(effect().added()).extracting(told -> told.conclusion().subject()).containsOnly("finance");
        room.file.setToday(room.file.today().plusDays(1));

        move();

        Task evaluation = room.file.task(EVALUATION, "finance");
        assertThat(evaluation.deadline().orElseThrow().eventDay()).isEqualTo(room.file.today());
        assertThat(room.file.task(Vocabulary.OPINION, "production")).isEqualTo(production);
    }

    @Test
    @DisplayName("A round that was moved away and back asks again who was no longer asked")
    void movedAwayAndBack() throws IOException {
        legalIsNotAsked();
        move();
        changed.rollBack();
        assertThat(effect().asked()).containsExactly("legal");

        move();

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
        assertThat(opinions()).containsExactlyInAnyOrder("finance asked", "legal dropped", "legal asked", "production asked");
        room.opine("legal", NO);
        room.opine("finance", NO);
        room.opine("production", NO);
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
    }

    @Test
    @DisplayName("R-4.13: an opinion that was given stays, also one that no rule requires any more")
    void anOpinionThatWasGivenStays() throws IOException {
        room.opine("legal", OBJECTION);
        legalIsNotAsked();

        move();
        room.opine("finance", NO);
        room.opine("production", NO);

        assertThat(opinions()).containsExactly("finance given", "legal given", "production given");
        assertThat(round().state()).isEqualTo(Round.OBJECTED);
    }

    @Test
    @DisplayName("R-4.14: who objected in the round before is still asked")
    void whoObjectedIsStillAsked() throws IOException {
        room.opine("legal", OBJECTION);
        room.opine("finance", NO);
        room.opine("production", NO);
        solve();
        room.resubmit(anOrder().revised(2).calling("021-55550001").build());
        Task owed = room.file.task(Vocabulary.OPINION, "legal");
        legalIsNotAsked();
        assertThat(effect().withdrawn()).isEmpty();

        move();

        assertThat(room.file.task(Vocabulary.OPINION, "legal")).isEqualTo(owed);
        assertThat(room.asked()).containsExactly("legal");
    }

    @Test
    @DisplayName("Who has begun is still asked: by a question to sales, or by taking the task")
    void whoHasBegunIsStillAsked() throws IOException {
        room.file.as("legal-reviewer", Role.LEGAL_REVIEWER);
        room.run(new AskSales(new Issues(room.book, room.spans)), room.file.task(Vocabulary.OPINION, "legal"), Map.of("question", "Who signed?"));
        room.file.as("production-reviewer", Role.PRODUCTION_REVIEWER).take(room.file.task(Vocabulary.OPINION, "production").id());
        changed.without("legal reviews every order").without("production reviews every order").activate();
        assertThat(effect().staying()).containsExactly("legal");

        move();

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    @DisplayName("A round ends with the move when nobody is left to ask")
    void aRoundEndsWithTheMove() throws IOException {
        room.opine("finance", NO);
        room.opine("production", NO);
        legalIsNotAsked();

        move();

        assertThat(round().state()).isEqualTo(Round.CLEARED);
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
    }

    @Test
    @DisplayName("A round in which somebody gave an opinion after the move was asked for is left out, and this is said")
    void aRoundThatChangedMeanwhileIsLeftOut() throws IOException {
        legalIsNotAsked();
        ask("");
        room.opine("finance", NO);

        room.attend(administrator.entrusted.get(0));

        assertThat(moves()).extracting(Move::state).containsExactly(Move.SKIPPED);
        assertThat(room.asked()).containsExactly("legal", "production");
        assertThat(round().sets()).extracting(SetVersion::number).containsExactly(1);
    }

    @Test
    @DisplayName("A move is made once, however often it is handed over, and asked for once while it is under way")
    void aMoveIsMadeOnce() throws IOException {
        legalIsNotAsked();
        ask("");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ask(""));

        room.attend(administrator.entrusted.get(0));
        room.attend(administrator.entrusted.get(0));

        assertThat(room.file.noted().stream().filter("review.round-moved"::equals)).hasSize(1);
        assertThat(moves()).extracting(Move::state).containsExactly(Move.MOVED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ask(""));
    }

    @Test
    @DisplayName("The rounds of named orders alone are moved; an order without one is told at the field, and nothing is moved")
    void onlyRoundsOfNamedOrdersAreMoved() throws IOException {
        legalIsNotAsked();
        String order = round().order();
        assertThat(room.read(() -> command.initial(administrator.actor(), "")).text("orders")).isEqualTo(order);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> askFor(order + ", SO-2026-99999"))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().extracting(Refused.Gap::field).isEqualTo("orders"));
        assertThat(administrator.entrusted).isEmpty();

        askFor(" " + order + "\n");

        assertThat(administrator.entrusted).hasSize(1);
    }

    @Test
    @DisplayName("What was shown for another version is not what is moved to: the form's version tells them apart")
    void theFormBelongsToTheVersionsShown() throws IOException {
        legalIsNotAsked();
        long all = room.read(() -> command.version(""));
        long one = room.read(() -> command.version(round().id()));
        room.opine("finance", NO);
        assertThat(room.read(() -> command.version(""))).isEqualTo(all);
        assertThat(room.read(() -> command.version(round().id()))).isNotEqualTo(one);

        changed.rollBack();
        assertThat(room.read(() -> command.version(""))).isNotEqualTo(all);
    }

    private SetVersion legalIsNotAsked() throws IOException {
        return changed.without("legal reviews every order").activate();
    }

    private Effect effect() {
        return room.read(() -> preview.effect(round(), preview.target(), Administrator.RULES));
    }

    private void ask(String round) {
        Map<String, Object> values = round.isEmpty() ? Map.of("reason", "the limit changed") : Map.of("reason", "the limit changed", "round", round);
        room.command(() -> command.run(administrator, new Values(values)));
    }

    private void askFor(String orders) {
        room.command(() -> command.run(administrator, new Values(Map.of("reason", "the limit changed", "orders", orders))));
    }

    /** Asks for it, and hands it over as the platform does. */
    private void move() {
        ask(round().id());
        room.attend(administrator.entrusted.get(administrator.entrusted.size() - 1));
    }

    private void solve() {
        room.file.as("lina", Role.SALES_REP);
        room.run(new ProposeSolution(room.book, room.spans), Map.of("objection", "legal", "kind", "correction", "words", "so"));
        room.file.as("legal-reviewer", Role.LEGAL_REVIEWER);
        room.run(
                new AgreeSolution(room.book, room.wayBack),
                room.file.task(Vocabulary.SOLUTION, "legal"),
                Map.of("agreed", "yes", "remarks", "well"));
    }

    private Round round() {
        return room.read(() -> room.book.lastRound(room.file.number()).orElseThrow());
    }

    private List<Move> moves() {
        return room.read(() -> room.book.moves(10));
    }

    private List<String> opinions() {
        return room.read(() -> {
            List<Opinion> opinions = room.book.opinions(room.book.lastRound(room.file.number()).orElseThrow());
            return opinions.stream().map(each -> each.department() + " " + each.state()).toList();
        });
    }
}
