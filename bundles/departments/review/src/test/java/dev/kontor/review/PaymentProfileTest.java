package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.review.facts.PaymentProfile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Regulation 4.2: the shape of a payment plan (R-4.9)")
final class PaymentProfileTest {

    @Test
    void anOrdinaryPlanIsPlain() {
        PaymentProfile profile = ReviewFacts.payment(anOrder().build());

        assertThat(profile).isEqualTo(new PaymentProfile(
                new BigDecimal("30.00"), new BigDecimal("10.00"), 12, 3, false, false, false, false, false, true, "CNY"));
    }

    @Test
    void aShareIsNeverRoundedAcrossAThreshold() {
        PaymentProfile profile = ReviewFacts.payment(anOrder().worth(new Money(new BigDecimal("333333.37"), "CNY")).build());

        assertThat(profile.prepaymentPercent()).isEqualByComparingTo("29.99");
        assertThat(profile.retentionPercent()).isEqualByComparingTo("10.01");
        assertThat(profile.coversPrice()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5", "6"})
    void instalmentsAreCounted(int count) {
        assertThat(ReviewFacts.payment(anOrder().paidIn(count).build()).instalments()).isEqualTo(count);
    }

    @Test
    void meansPayerAndCurrencyAreSeen() {
        assertThat(ReviewFacts.payment(anOrder().paidBy("commercial-acceptance-bill").build()).commercialAcceptanceBill()).isTrue();
        assertThat(ReviewFacts.payment(anOrder().paidBy("usance-credit").build()).usanceCredit()).isTrue();
        assertThat(ReviewFacts.payment(anOrder().paidBy("finance-lease").build()).financeLease()).isTrue();
        assertThat(ReviewFacts.payment(anOrder().paidByThirdParty("Leasing AG").build()).thirdPartyPayer()).isTrue();
        assertThat(ReviewFacts.payment(anOrder().worth(new Money(BigDecimal.TEN, "USD")).build()).foreignCurrency()).isTrue();
    }

    @Test
    void retentionIsMeasuredInMonths() {
        assertThat(ReviewFacts.payment(anOrder().retaining("10", 25).build()).retentionMonths()).isEqualTo(25);
    }

    @Test
    @DisplayName("of two events the longer span counts; five working days are a week (policies 8, 12)")
    void retentionIsTheLongestOfItsSpans() {
        assertThat(months(new DueTerm("", List.of("acceptance", "arrival"), true, 12, 0, false, List.of(new DueTerm.Span(24, 1))))).isEqualTo(25);
        assertThat(months(new DueTerm("", List.of("acceptance"), true, 12, 21, true, List.of()))).isEqualTo(13);
        assertThat(months(new DueTerm("", List.of("acceptance"), true, 12, 22, true, List.of()))).isEqualTo(14);
    }

    private static int months(DueTerm due) {
        Instalment retention = new Instalment(1, "retention", Money.cny(500_000), due, "transfer", "");
        return ReviewFacts.payment(anOrder().paidAs(retention).build()).retentionMonths();
    }
}
