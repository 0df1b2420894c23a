package dev.kontor.review.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2, R-4.17: a contract is reviewed before it is signed")
final class ContractReviewTest extends DraftUnderReview {

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
            room.file.arrive(new ContractReviewDepartment(room.book, room.rounds), MilestoneName.ENTRY_OFFERED.value());
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
}
