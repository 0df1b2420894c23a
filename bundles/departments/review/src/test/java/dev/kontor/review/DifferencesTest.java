package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.PaymentPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: what changed between two revisions (R-4.14, R-4.15)")
final class DifferencesTest {

    @Test
    void theSameContentDiffersInNothing() {
        assertThat(Differences.between(anOrder().build(), anOrder().revised(2).build()).isEmpty()).isTrue();
    }

    @Test
    void aPriceIsCommercial() {
        Differences found = Differences.between(anOrder().build(), anOrder().worth(Money.cny(600_000)).build());

        int instalments = anOrder().build().payment().instalments().size();
        assertThat(found.commercial()).as("the price and each instalment").isEqualTo(1 + instalments);
        assertThat(found.touch(List.of("lines"))).isTrue();
        assertThat(found.touch(List.of("lines.price"))).isTrue();
        assertThat(found.touch(List.of("lines.parameters", "delivery"))).isFalse();
    }

    @Test
    void aClauseIsContractual() {
        Differences found =
                Differences.between(termed("0.1 %"), termed("0.2 %"));

        assertThat(found.contractual()).isEqualTo(1);
        assertThat(found.commercial()).isZero();
    }

    @Test
    @DisplayName("R-4.15: another file of the contract is contractual")
    void theContractsFileIsContractual() {
        Differences found = Differences.between(anOrder().filed("a".repeat(64)).build(), anOrder().filed("b".repeat(64)).build());

        assertThat(found.contractual()).isEqualTo(1);
        assertThat(found.touch(List.of("contract"))).isTrue();
        assertThat(found.touch(List.of("contract.number", "terms"))).isFalse();
    }

    private static Order termed(String words) {
        return anOrder().withTerms(new ContractTerm("breach", "9", words)).build();
    }

    @Test
    void aTelephoneNumberIsNeither() {
        Differences found = Differences.between(anOrder().build(), anOrder().calling("1").build());

        assertThat(found.others()).isEqualTo(1);
        assertThat(found.changes()).singleElement().satisfies(change -> assertThat(change.field()).isEqualTo("contact-phone"));
    }

    @Test
    @DisplayName("R-4.14: a changed instalment and a changed clause show what stood there and what stands there now, each field by itself")
    void paymentAndTermsShowTheirValues() {
        Order before = anOrder().withTerms(new ContractTerm("breach", "9", "0.1 % a day")).build();
        List<Instalment> parts = before.payment().instalments();
        Instalment last = parts.get(2);
        DueTerm due = new DueTerm("", List.of("acceptance", "arrival"), false, 6, 0, true, List.of(new DueTerm.Span(0, 90)));
        Instalment later = new Instalment(3, last.kind(), last.amount(), due, "usance-credit", last.payer());
        PaymentPlan plan = new PaymentPlan(List.of(parts.get(0), parts.get(1), later));
        ContractTerm dearer = new ContractTerm("breach", "9", "0.5 % a day");

        assertThat(Differences.between(before, with(before, plan, List.of(dearer))).changes())
                .contains(
                        new Change("payment.3.due-or-event", "", "arrival"),
                        new Change("payment.3.due-months", "12", "6"),
                        new Change("payment.3.due-or-days", "", "90"),
                        new Change("payment.3.due-which", "", "last"),
                        new Change("payment.3.due-unit", "", "working"),
                        new Change("payment.3.means", "transfer", "usance-credit"),
                        new Change("terms.1.words", "0.1 % a day", "0.5 % a day"))
                .noneMatch(change -> change.field().startsWith("payment.2") || change.field().endsWith("kind"));
    }

    @Test
    @DisplayName("R-4.14, R-6.10: another acceptance is contractual and concerns the delivery; an order from before differs in nothing")
    void anotherAcceptanceIsContractual() {
        Order before = anOrder().build();
        Order after = with(before, before.payment(), before.terms(),
                Map.of(Order.ACCEPTANCES, "final,pre", Order.DELIVERED_ON, "final", Order.DRAWN_SIGNATURE, "yes",
                        Order.DEEMED_ACCEPTANCE, "10 working"));

        Differences found = Differences.between(before, after);

        assertThat(found.changes()).containsExactlyInAnyOrder(
                new Change("pre-acceptance", "", "yes"), new Change("final-acceptance", "", "yes"), new Change("delivered-with", "", "final"),
                new Change("drawn-signature", "", "yes"), new Change("deemed-days", "", "10"), new Change("deemed-unit", "", "working"));
        assertThat(found.contractual()).isEqualTo(6);
        assertThat(found.touch(List.of("delivery"))).isTrue();
        assertThat(Differences.fields(before)).doesNotContainKeys("pre-acceptance", "final-acceptance", "delivered-with");
    }

    private static Order with(Order order, PaymentPlan payment, List<ContractTerm> terms) {
        return with(order, payment, terms, order.more());
    }

    private static Order with(Order order, PaymentPlan payment, List<ContractTerm> terms, Map<String, String> more) {
        return new Order(order.number(), 2, order.contract(), order.customer(), order.customerName(), order.contact(), order.lines(),
                payment, order.delivery(), terms, order.representative(), order.channel(), more);
    }

    @Test
    @DisplayName("every field that can differ has the name that the journal gives it, in both languages (R-4.14)")
    void everyFieldHasItsName() throws IOException {
        Order before = anOrder().build();
        Order after = anOrder().of("C-0002").calling("1").deliveredOn(before.delivery().date().plusDays(1)).withTerms(new ContractTerm("breach", "9", "0.1 %"))
                .signedOn(before.contract().signedOn().plusDays(1))
                .agreeing(new SupplementaryAgreement("SA-1", before.contract().signedOn(), "d"))
                .build();
        OrderLine line = new OrderLine(1, "other", "other", BigDecimal.TEN, "set", Money.cny(7), BigDecimal.ONE, List.of(), List.of("vice"));
        Order all = new Order(after.number(), 2, after.contract(), after.customer(), after.customerName(), after.contact(), List.of(line),
                new PaymentPlan(before.payment().instalments().subList(0, 1)), after.delivery(), after.terms(), after.representative(), "fair", Map.of());

        List<String> fields = Differences.between(before, all).changes().stream().map(each -> Differences.kind(each.field())).toList();

        assertThat(fields).contains("contract.signed-on", "agreements", "customer", "contact.phone", "lines.model", "lines.accessories",
                "payment.amount", "delivery.date", "terms.words", "channel");
        for (String file : List.of("messages.properties", "messages_zh.properties")) {
            Properties words = new Properties();
            words.load(Files.newBufferedReader(Path.of("..", "entry", "src", "main", "resources", "i18n", file)));
            Differences.between(before, all).changes().forEach(change ->
                    assertThat(words).containsKey("entry.field." + change.field().replaceFirst("\\.\\d+\\.", ".")));
        }
    }
}
