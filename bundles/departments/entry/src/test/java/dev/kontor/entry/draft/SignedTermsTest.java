package dev.kontor.entry.draft;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: what was signed changes by a supplementary agreement only (R-4.17)")
final class SignedTermsTest {

    private static final Set<String> PRICE = Set.of("lines[0].price");

    private final Order signed = anOrder().worth(cny("333333.33")).build();

    @Test
    @DisplayName("where a price was typed wrongly the instalments follow in their shares, rounding apart")
    void instalmentsFollowTheRightPrice() {
        assertThat(changed(anOrder().worth(cny("1000000.01")).build(), PRICE)).isEmpty();
        assertThat(changed(anOrder().worth(cny("77.77")).build(), PRICE)).isEmpty();
        assertThat(changed(anOrder().worth(cny("1000000.01")).build(), Set.of())).contains("lines[0].price", "payment[0].amount");
    }

    @Test
    @DisplayName("a share that changes with it was not typed wrongly: it needs the agreement")
    void anotherShareIsAnotherTerm() {
        Order cheaperAdvance = anOrder().worth(cny("400000")).prepaid(10).build();

        assertThat(changed(cheaperAdvance, PRICE)).contains("payment[0].amount").doesNotContain("lines[0].price");
        assertThat(changed(cheaperAdvance, Set.of("lines[0].price", "payment[0].amount"))).doesNotContain("payment[0].amount");
    }

    @Test
    @DisplayName("where a percentage was typed wrongly the amount of its instalment follows, no other")
    void theAmountFollowsTheRightPercentage() {
        Order cheaperAdvance = anOrder().worth(cny("333333.33")).prepaid(10).build();

        assertThat(changed(cheaperAdvance, Set.of("payment[0].percent", "payment[1].percent"))).doesNotContain("payment[0].amount", "payment[1].amount");
        assertThat(changed(cheaperAdvance, Set.of("payment[1].percent"))).contains("payment[0].amount").doesNotContain("payment[1].amount");
    }

    @Test
    @DisplayName("a span that both events share was typed wrongly once; one of the second's own is another term")
    void aSharedSpanIsOneTerm() {
        Set<String> days = Set.of("payment[0].due-days");

        assertThat(spans(after(30), after(45), days)).isEmpty();
        assertThat(spans(after(30), after(30, 45), days)).containsExactly("payment[0].due-or-days");
        assertThat(spans(after(30), after(30, 0), days)).containsExactly("payment[0].due-or-days");
        assertThat(spans(after(30, 60), after(45, 60), days)).isEmpty();
    }

    private static Set<String> spans(DueTerm before, DueTerm after, Set<String> corrected) {
        return SignedTerms.changed(paid(before), paid(after), corrected);
    }

    private static Order paid(DueTerm due) {
        return anOrder().worth(cny("100")).paidAs(new Instalment(1, "advance", cny("100"), due, "transfer", "")).build();
    }

    /** @param own days after the second event */
    private static DueTerm after(int days, Integer... own) {
        return new DueTerm("", List.of("dispatch", "arrival"), true, 0, days, false, Stream.of(own).map(each -> new DueTerm.Span(0, each)).toList());
    }

    @Test
    @DisplayName("a corrected field that no amount follows from explains none")
    void otherCorrectionsExplainNoAmounts() {
        Order later = anOrder().worth(cny("333333.33")).prepaid(10).build();

        assertThat(changed(later, Set.of("lines[0].parameters"))).contains("payment[0].amount");
        assertThat(changed(later, Set.of("payment[0].due-event", "payment[1].means"))).contains("payment[0].amount");
    }

    private Set<String> changed(Order after, Set<String> corrected) {
        return SignedTerms.changed(signed, after, corrected);
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
