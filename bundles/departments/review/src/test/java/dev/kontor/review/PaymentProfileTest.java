package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import dev.kontor.review.facts.PaymentProfile;
import java.math.BigDecimal;
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
}
