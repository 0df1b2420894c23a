package dev.kontor.review.contract;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.task.Outcome;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2, R-4.17: an opinion is carried over to the very contract that it judged")
final class CarryOverTest extends DraftUnderReview {

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
    @DisplayName("R-4.15: after it was carried over an opinion stands or falls with what its department reviews")
    void aLaterRevisionAsksWhoReviewsWhatChanged() {
        agreed();
        room.signAndPass(signed().build());

        room.resubmit(signed().revised(3).worth(Money.cny(600_000)).build());
        room.pass();

        assertThat(room.asked()).contains("finance").doesNotContain("legal");
    }
}
