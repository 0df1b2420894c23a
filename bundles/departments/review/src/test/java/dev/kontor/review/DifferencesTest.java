package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.PaymentPlan;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

        assertThat(found.commercial()).isEqualTo(2);
        assertThat(found.touch(List.of("lines"))).isTrue();
        assertThat(found.touch(List.of("lines.price"))).isTrue();
        assertThat(found.touch(List.of("lines.parameters", "delivery"))).isFalse();
    }

    @Test
    void aClauseIsContractual() {
        Differences found =
                Differences.between(anOrder().build(), anOrder().withTerms(new ContractTerm("breach", "9", "0.1 %")).build());

        assertThat(found.contractual()).isEqualTo(1);
        assertThat(found.commercial()).isZero();
    }

    @Test
    void aTelephoneNumberIsNeither() {
        Differences found = Differences.between(anOrder().build(), anOrder().calling("1").build());

        assertThat(found.others()).isEqualTo(1);
        assertThat(found.changes()).singleElement().satisfies(change -> assertThat(change.field()).isEqualTo("contact"));
    }

    @Test
    @DisplayName("every field that can differ has its name on the page, in both languages (R-4.14)")
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

        assertThat(fields).hasSize(16);
        for (String file : List.of("messages.properties", "messages_zh.properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(DifferencesTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8));
            assertThat(fields).allSatisfy(field -> assertThat(words).containsKey("review.field." + field));
        }
    }
}
