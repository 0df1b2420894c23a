package dev.kontor.review;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Money;
import java.util.List;
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
}
