package dev.kontor.samples.exportlicence;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Task;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Export control 12: what is listed leaves the country with a licence, or not at all")
final class LicenceTest {

    private static final RuleBook RULES = RuleBook.of(List.of(Path.of("rules")), "export-licence/licence");
    private static final LocalDate DELIVERY = LocalDate.of(2026, 9, 1);
    private static final Upload PAPER = new Upload("licence.pdf", "application/pdf", 4, "00");

    private final ExportLicence department = new ExportLicence(ConformanceTest.CUSTOMERS);

    @Test
    void shippingIsHeldUntilTheLicenceIsFiled() {
        FakeOrderFile file = opened("C-0001");
        Refused held = catchThrowableOfType(Refused.class, () -> file.reach(MilestoneName.LOGISTICS_DISPATCHED));
        assertThat(held.reason()).isEqualTo(Refused.Reason.CONFLICT);

        grant(file, DELIVERY);

        assertThat(file.openTasks()).isEmpty();
        assertThatCode(() -> file.reach(MilestoneName.LOGISTICS_DISPATCHED)).doesNotThrowAnyException();
    }

    @Test
    void anOrderThatStaysInTheCountryOwesNothing() {
        FakeOrderFile file = opened("C-0002");

        assertThat(file.openTasks()).isEmpty();
        assertThatCode(() -> file.reach(MilestoneName.LOGISTICS_DISPATCHED)).doesNotThrowAnyException();
    }

    @Test
    void aLicenceMustOutliveTheDelivery() {
        FakeOrderFile file = opened("C-0001");

        Refused refused = catchThrowableOfType(Refused.class, () -> grant(file, DELIVERY.minusDays(1)));

        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("valid-until");
        assertThat(file.openTasks()).hasSize(1);
    }

    @Test
    void whoSeesNoLicenceToBeHadObjects() {
        LicenceOpinion opinion = new LicenceOpinion();
        FakeOrderFile file = opened("C-0001");
        Values none = new Values(Map.of("likely", "no"));

        assertThat(catchThrowableOfType(Refused.class, () -> opinion.given(file, false, none)).gaps())
                .extracting(Refused.Gap::field).containsExactly("likely");
        assertThatCode(() -> opinion.given(file, true, none)).doesNotThrowAnyException();
        assertThatCode(() -> opinion.given(file, false, new Values(Map.of("likely", "yes")))).doesNotThrowAnyException();
    }

    private FakeOrderFile opened(String customer) {
        FakeOrderFile file = new FakeOrderFile(
                        anOrder().of(customer).withParameters(ConformanceTest.LISTED).deliveredOn(DELIVERY).build(), RULES)
                .with(department);
        file.arrive(department, "review.cleared");
        return file;
    }

    private static void grant(FakeOrderFile file, LocalDate validUntil) {
        Task task = file.task(GrantLicence.TASK, "export-licence");
        Values values = new Values(Map.of("licence", "L-1", "valid-until", validUntil.toString(), "file", PAPER));
        new GrantLicence().run(file, Optional.of(task), values);
    }
}
