package dev.kontor.review.contract;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.AnOrder;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2, R-4.17: a contract is reviewed before it is signed")
final class ContractReviewTest {

    private static final String NO = "no-objection";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static RuleBook rules;

    @Parameter
    private Dialect dialect;

    private ReviewRoom room;

    /** The company's rules, with the contract review of sales contracts switched on. */
    @BeforeAll
    static void switchOn(@TempDir Path folder) throws IOException {
        Path shipped = Path.of("..", "..", "..", "rules");
        Path set = folder.resolve("review/contract");
        try (Stream<Path> files = Files.walk(shipped.resolve("review/contract"))) {
            for (Path file : files.toList()) {
                Files.createDirectories(set.getParent());
                Files.copy(file, set.resolve(shipped.resolve("review/contract").relativize(file).toString()));
            }
        }
        Path parameters = set.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("sale,0,", "sale,1,"));
        rules = RuleBook.of(List.of(folder, shipped),
                "review/preliminary", "review/joint", "review/resubmission", "review/contract", "finance/credit");
    }

    @BeforeEach
    void offerADraft() {
        room = new ReviewRoom(dialect, draft().build(), rules);
        room.asDraft();
        room.offer();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theDepartmentsOfTheJointReviewAreAskedEachWithItsTime() {
        assertThat(room.asked()).containsExactly("finance", "legal", "production");
        assertThat(room.file.task(Vocabulary.OPINION, "production").deadline().orElseThrow().within().count()).isEqualTo(3);
        assertThat(room.file.task(Vocabulary.SIGNING, "").holder().orElseThrow().value()).isEqualTo("lina");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.REVIEW_PASSED);
    }

    @Test
    void whenNobodyObjectsTheDraftMayBeSigned() {
        room.opine("production", NO);
        room.opine("legal", NO);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.CONTRACT_REVIEWED);

        room.opine("finance", NO);

        assertThat(room.file.milestones()).contains(MilestoneName.CONTRACT_REVIEWED).doesNotContain(MilestoneName.REVIEW_CLEARED);
    }

    @Test
    void anObjectionIsMetByAnotherDraftAndNoSolutionHasToBeAgreed() {
        room.opine("production", NO);
        room.opine("legal", "objection");
        room.opine("finance", NO);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.ENTRY_OFFERED, MilestoneName.CONTRACT_REVIEWED);
        assertThat(room.file.openTasks(Vocabulary.DRAFT)).hasSize(1);
        assertThat(room.read(() -> room.book.unsolved(room.file.number()))).isEmpty();

        room.file.revise(draft().revised(2).withTerms(new ContractTerm("breach", "9", "0.03 % a day.")).build());
        room.offer();

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    void theSameDraftOfferedAgainAsksTheObjectorAlone() {
        room.opine("production", NO);
        room.opine("legal", "objection");
        room.opine("finance", NO);

        room.file.revise(draft().revised(2).build());
        room.offer();

        assertThat(room.asked()).containsExactly("legal");
    }

    @Test
    void signedAsReviewedEveryOpinionIsCarriedOverAndRoundOneClearsAtOnce() {
        agreed();

        room.signAndPass(signed().build());

        assertThat(room.asked()).isEmpty();
        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
        assertThat(opinions()).containsExactly(
                "finance carried finance-reviewer", "legal carried legal-reviewer", "production carried production-reviewer");
        Round first = room.read(() -> room.book.rounds(room.file.number(), Stage.JOINT)).get(0);
        assertThat(first.number()).isEqualTo(1);
        assertThat(room.file.noted()).contains("review.opinion-holds");
    }

    @Test
    void oneChangedByteOfTheFileAsksEverybodyAgain() {
        agreed();

        room.signAndPass(signed().filed("bb").build());

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
        assertThat(concluded(Remind.class)).hasSize(1);
        assertThat(concluded(Violation.class)).isEmpty();
    }

    @Test
    void aChangedPriceAsksEverybodyAgainThoughTheFileIsTheSame() {
        agreed();

        room.signAndPass(signed().worth(Money.cny(500_001)).build());

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    void anOrderWithoutAFileDigestCarriesNothingOver() {
        room.close();
        room = new ReviewRoom(dialect, anOrder().build(), rules);
        room.asDraft();
        room.offer();
        agreed();

        room.signAndPass(anOrder().revised(2).build());

        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    void theTelephoneNumberAndTheDayOfSigningAreNoPartOfTheContract() {
        agreed();

        room.signAndPass(signed().signedOn(MONDAY.plusDays(1)).calling("021-1").build());

        assertThat(room.file.milestones()).contains(MilestoneName.REVIEW_CLEARED);
    }

    @Test
    void anOpinionGivenOnTheDayOfSigningIsCarriedOverOneOfTheNextDayIsNot() {
        room.opine("production", NO);
        room.opine("legal", NO);
        room.file.setToday(MONDAY.plusDays(1));
        room.opine("finance", NO);

        room.signAndPass(signed().signedOn(MONDAY).build());

        assertThat(room.asked()).containsExactly("finance");
        assertThat(concluded(Violation.class)).hasSize(1);
    }

    @Test
    void signedWhileTheReviewIsOpenNobodyOwesTheDraftAnOpinion() {
        room.opine("production", NO);
        command(() -> room.file.openTasks(Vocabulary.SIGNING)
                .forEach(task -> room.file.complete(task.id(), Outcome.of("signed"))));

        assertThat(room.asked()).isEmpty();
        Round round = room.read(() -> room.book.lastRound(room.file.number()).orElseThrow());
        assertThat(round.state()).isEqualTo(Round.ENDED);

        room.signAndPass(signed().build());
        assertThat(opinions()).contains("production carried production-reviewer");
        assertThat(room.asked()).containsExactly("finance", "legal");
    }

    @Test
    void signedWithoutAContractReviewIsAViolationAndTheOrderGoesItsWay() {
        room.close();
        room = new ReviewRoom(dialect, draft().build(), rules);
        room.submit();
        room.pass();

        assertThat(concluded(Violation.class)).extracting(Violation::subject, Violation::occasion).containsExactly(
                tuple("lina", "HT-2026-001"));
        assertThat(room.asked()).containsExactly("finance", "legal", "production");
    }

    @Test
    void whereItIsSwitchedOffNothingIsConcluded() {
        room.close();
        room = new ReviewRoom(dialect, draft().build());
        room.submit();

        assertThat(concluded(Violation.class)).isEmpty();
    }

    @Test
    void aDraftThatWasTakenBackBeforeItArrivedIsNotReviewed() {
        room.close();
        room = new ReviewRoom(dialect, draft().build(), rules);
        room.asDraft();
        command(() -> {
            room.file.reach(MilestoneName.ENTRY_OFFERED);
            room.file.withdraw(MilestoneName.ENTRY_OFFERED, Text.plain(""));
            new ContractReviewDepartment(room.book, room.rounds).open(room.file);
        });

        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("R-4.4: the representative gives no opinion on their own draft")
    void theRepresentativeGivesNoOpinion() {
        Task task = room.file.task(Vocabulary.OPINION, "legal");
        room.file.as("lina", Role.SALES_REP, Role.LEGAL_REVIEWER);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.opineOn(task, NO));
    }

    @Test
    @DisplayName("R-4.15: after it was carried over an opinion stands or falls with what its department reviews")
    void aLaterRevisionAsksWhoReviewsWhatChanged() {
        agreed();
        room.signAndPass(signed().build());

        room.resubmit(signed().revised(3).worth(Money.cny(600_000)).build());
        room.pass();

        assertThat(room.asked()).contains("finance").doesNotContain("legal");
    }

    private static AnOrder draft() {
        return anOrder().filed("aa");
    }

    /** What was signed is the next revision. */
    private static AnOrder signed() {
        return draft().revised(2);
    }

    private void agreed() {
        List.of("production", "legal", "finance").forEach(department -> room.opine(department, NO));
    }

    private void command(Runnable work) {
        room.command(() -> {
            work.run();
            return null;
        });
    }

    private <C extends Conclusion> List<C> concluded(Class<C> kind) {
        return room.file.decisions().stream()
                .filter(decision -> decision.point().equals(Vocabulary.AT_CONTRACT))
                .flatMap(decision -> decision.all(kind).stream())
                .toList();
    }

    private List<String> opinions() {
        return room.read(() -> {
            Round last = room.book.lastRound(room.file.number()).orElseThrow();
            return room.book.opinions(last).stream()
                    .map(each -> each.department() + " " + each.state() + " " + each.givenBy())
                    .toList();
        });
    }
}
