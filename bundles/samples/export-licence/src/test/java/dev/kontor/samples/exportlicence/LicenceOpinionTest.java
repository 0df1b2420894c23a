package dev.kontor.samples.exportlicence;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LicenceOpinionTest {

    private final LicenceOpinion opinion = new LicenceOpinion();
    private final FakeOrderFile file = new FakeOrderFile(
            anOrder().deliveredOn(LocalDate.of(2026, 9, 1)).build(), RuleBook.of(List.of(Path.of("."))));

    @Test
    void aLicenceThatIsNeededMustBeStated() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(Map.of("needed", "yes")));
    }

    @Test
    void aLicenceMustOutliveTheDelivery() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> give(Map.of("needed", "yes", "licence", "L-1", "valid-until", "2026-08-31")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("valid-until"));
        assertThatCode(() -> give(Map.of("needed", "yes", "licence", "L-1", "valid-until", "2026-09-01"))).doesNotThrowAnyException();
    }

    @Test
    void withoutNeedNothingIsDemanded() {
        assertThatCode(() -> give(Map.of("needed", "no"))).doesNotThrowAnyException();
    }

    private void give(Map<String, Object> values) {
        opinion.given(file, false, new Values(values));
    }
}
