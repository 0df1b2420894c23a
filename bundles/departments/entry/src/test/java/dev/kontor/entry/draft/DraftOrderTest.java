package dev.kontor.entry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.DeemedAcceptance;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.DueTerm.Span;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 3.2 and 4.2: a draft becomes an order, and signed terms stay signed")
final class DraftOrderTest {

    private static Order order(Map<String, String> draft) {
        return new DraftOrder(draft).order(OrderNumber.of(2026, 1), 1, new PersonId("lina"), List.of());
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }

    @Test
    void whatPercentsLoseInRoundingBelongsToTheLastInstalment() {
        Order order = order(Drafted.complete());

        assertThat(order.total()).isEqualTo(cny("999999.99"));
        assertThat(order.payment().instalments()).extracting(Instalment::amount)
                .containsExactly(cny("300000.00"), cny("699999.99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30-60-10", "3-3-3-1", "50-50", "100"})
    void everyTemplateMakesACompletePlan(String plan) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.keySet().removeIf(path -> path.startsWith("payment["));
        draft.put("plan", plan);

        PaymentTemplate.fill(draft);

        assertThat(draft).doesNotContainKey("plan");
        assertThat(Completeness.gaps(draft)).isEmpty();
        assertThat(order(draft).payment().total()).isEqualTo(order(draft).total());
    }

    @Test
    @DisplayName("policy 12: retention money falls due 12 months after acceptance or 18 after arrival, whichever is first")
    void retentionOfATemplate() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.keySet().removeIf(path -> path.startsWith("payment["));
        draft.put("plan", "30-60-10");

        PaymentTemplate.fill(draft);

        assertThat(order(draft).payment().instalments().get(2).due()).isEqualTo(
                new DueTerm("", List.of("acceptance", "arrival"), true, 12, 0, false, List.of(new Span(18, 0))));
    }

    @Test
    @DisplayName("R-4.17: a due term is signed cell by cell, and one that was typed wrongly explains its own change")
    void aChangedDueTermIsAChangedTerm() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("payment[1].due-or-event", "arrival");
        Order before = order(draft);
        draft.putAll(Map.of("payment[1].due-or-days", "30", "payment[1].due-which", "last", "payment[1].due-unit", "working"));
        Order after = order(draft);

        assertThat(SignedTerms.changed(before, after, Set.of("payment[1].due-unit"))).containsExactly(
                "payment[1].due-or-days", "payment[1].due-which");
    }

    @Test
    void aTemplateNeverReplacesWhatWasTyped() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("plan", "100");

        PaymentTemplate.fill(draft);

        assertThat(draft).isEqualTo(Drafted.complete());
    }

    @Test
    void technicalParametersAreReadAsPeopleTypeThem() {
        assertThat(Technical.parameters("主轴转速=12000 rpm；数控系统：FANUC 0i; 行程 = 800 mm\n"))
                .containsExactly(new TechnicalParameter("主轴转速", "12000", "rpm"),
                        new TechnicalParameter("数控系统", "FANUC 0i", ""), new TechnicalParameter("行程", "800", "mm"));
    }

    @Test
    void aChangedPriceIsAChangedTermUnlessItWasTypedWrongly() {
        Order before = order(Drafted.complete());
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("lines[0].price", "333333.00");
        Order after = order(draft);

        assertThat(SignedTerms.changed(before, after, Set.of()))
                .containsExactly("lines[0].price", "payment[0].amount", "payment[1].amount");
        assertThat(SignedTerms.changed(before, after, Set.of("lines[0].price"))).isEmpty();
    }

    @Test
    void anotherContactIsNoChangedTerm() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("contact-phone", "13800000000");

        assertThat(SignedTerms.changed(order(Drafted.complete()), order(draft), Set.of())).isEmpty();
    }

    @Test
    @DisplayName("R-6.10: an order lists the acceptances of its contract; without a word it is accepted and delivered on arrival")
    void theContractListsItsAcceptances() {
        TreeMap<String, String> draft = Drafted.complete();
        assertThat(order(draft).acceptances()).containsExactly(Acceptance.ARRIVAL);
        assertThat(order(draft).deliveredOn()).isEqualTo(Acceptance.ARRIVAL);
        draft.putAll(Map.of("pre-acceptance", "no", "final-acceptance", "no", "delivered-with", "arrival"));
        assertThat(order(draft).acceptances()).containsExactly(Acceptance.ARRIVAL);

        draft.putAll(Map.of("pre-acceptance", "yes", "final-acceptance", "yes"));
        assertThat(order(draft).acceptances()).containsExactly(Acceptance.PRE, Acceptance.ARRIVAL, Acceptance.FINAL);
        assertThat(order(draft).deliveredOn()).as("listed, not named").isEqualTo(Acceptance.ARRIVAL);
        draft.put("delivered-with", "final");
        assertThat(order(draft).deliveredOn()).isEqualTo(Acceptance.FINAL);
    }

    @Test
    @DisplayName("R-4.17, R-6.10: another acceptance, and another one named as delivery, are changed terms")
    void anotherAcceptanceIsAChangedTerm() {
        TreeMap<String, String> draft = Drafted.complete();
        Order before = order(draft);
        draft.put("pre-acceptance", "no");
        assertThat(SignedTerms.changed(before, order(draft), Set.of())).as("no is what no word meant").isEmpty();

        draft.putAll(Map.of("pre-acceptance", "yes", "final-acceptance", "yes", "delivered-with", "final"));

        assertThat(SignedTerms.changed(before, order(draft), Set.of()))
                .containsExactly("delivered-with", "final-acceptance", "pre-acceptance");
        assertThat(SignedTerms.changed(before, order(draft), Set.of("pre-acceptance", "final-acceptance", "delivered-with"))).isEmpty();
    }

    @Test
    @DisplayName("R-4.17, R-6.10: silence that counts as acceptance, and a signature on the screen, are signed terms; none unless the contract says so")
    void whatTheContractSaysOfAcceptances() {
        TreeMap<String, String> draft = Drafted.complete();
        Order before = order(draft);
        assertThat(before.deemedAcceptance()).isEmpty();
        assertThat(before.allowsDrawnSignature()).isFalse();
        draft.put("drawn-signature", "no");
        assertThat(SignedTerms.changed(before, order(draft), Set.of())).isEmpty();

        draft.putAll(Map.of("deemed-days", "10", "deemed-unit", "working", "drawn-signature", "yes"));

        assertThat(order(draft).deemedAcceptance()).contains(new DeemedAcceptance(10, true));
        assertThat(order(draft).allowsDrawnSignature()).isTrue();
        assertThat(SignedTerms.changed(before, order(draft), Set.of())).containsExactly("deemed-days", "deemed-unit", "drawn-signature");
        draft.put("deemed-unit", "calendar");
        assertThat(order(draft).deemedAcceptance()).contains(new DeemedAcceptance(10, false));
    }
}
