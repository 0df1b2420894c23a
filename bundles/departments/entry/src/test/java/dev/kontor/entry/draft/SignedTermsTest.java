package dev.kontor.entry.draft;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import java.math.BigDecimal;
import java.util.Set;
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
