package dev.kontor.finance.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Regulation 7.2: a contractual penalty is exact to the cent (R-7.8)")
final class AccrualTest {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 1);

    /** 0.5 ‰ a day, at most 5 %, seven days of grace. */
    private static final Accrual.Rate RATE = new Accrual.Rate(new BigDecimal("0.5"), new BigDecimal("5"), 7, false);

    @ParameterizedTest(name = "{0} days late: {1}")
    @CsvSource({"-1, 0.00", "0, 0.00", "1, 0.00", "7, 0.00", "8, 250.00", "9, 500.00", "106, 24750.00", "107, 25000.00", "108, 25000.00", "900, 25000.00"})
    @DisplayName("of 500,000 nothing to the last day of the grace, 250 for each day after it, never more than 25,000")
    void boundaryDays(int days, String amount) {
        assertThat(late(days, "500000.00").amount(RATE)).isEqualTo(money(amount));
    }

    @Test
    @DisplayName("cents are rounded once, at the end")
    void roundedOnce() {
        assertThat(late(8, "123456.78").amount(RATE)).isEqualTo(money("61.73"));
        assertThat(late(10, "123456.78").amount(RATE)).as("61.72839 three times").isEqualTo(money("185.19"));
        assertThat(late(11, "123456.78").amount(RATE)).isEqualTo(money("246.91"));
    }

    @Test
    @DisplayName("where the clause says so the days of grace count too once they have passed")
    void graceMayCount() {
        Accrual.Rate whole = new Accrual.Rate(RATE.perMille(), RATE.capPercent(), 7, true);

        assertThat(late(7, "500000.00").amount(whole)).isEqualTo(money("0.00"));
        assertThat(late(8, "500000.00").amount(whole)).isEqualTo(money("2000.00"));
        assertThat(late(99, "500000.00").amount(whole)).isEqualTo(money("24750.00"));
        assertThat(late(100, "500000.00").amount(whole)).isEqualTo(money("25000.00"));
        assertThat(late(101, "500000.00").amount(whole)).isEqualTo(money("25000.00"));
    }

    @Test
    @DisplayName("only at the cap is it capped")
    void capped() {
        assertThat(late(106, "500000.00").isCapped(RATE)).isFalse();
        assertThat(late(107, "500000.00").isCapped(RATE)).isTrue();
    }

    @Test
    @DisplayName("a part that was paid costs to the day of its payment, what was paid in time costs nothing")
    void partPayments() {
        List<Accrual.Payment> payments = List.of(
                new Accrual.Payment(DUE, money("100000.00")),
                new Accrual.Payment(DUE.plusDays(13), money("50000.00")),
                new Accrual.Payment(DUE.plusDays(20), money("100000.00")));
        Accrual late = new Accrual(DUE, DUE.plusDays(20), money("250000.00"), payments);

        assertThat(late.amount(RATE)).as("six days of 150,000 and seven of 100,000").isEqualTo(money("800.00"));
    }

    private static Accrual late(int days, String base) {
        return new Accrual(DUE, DUE.plusDays(days), money(base), List.of());
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
