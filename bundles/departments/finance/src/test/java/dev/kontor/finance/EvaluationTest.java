package dev.kontor.finance;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: financial evaluation and finance's opinion (R-4.8, R-4.9)")
final class EvaluationTest {

    private static final Map<String, Object> FINDINGS = Map.of("payment-method", "reasonable", "condition", "good", "credit-risk", "low");

    private FinanceRoom room;
    private FakeOrderFile file;
    private FinanceOpinion opinion;

    @BeforeEach
    void open() {
        room = new FinanceRoom(Dialect.DERBY);
        file = room.file(anOrder().build()).as("zhou", Role.FINANCE_REVIEWER);
        opinion = new FinanceOpinion(room.book);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void financeCannotClearWhileAnEvaluationIsOwed() {
        Task owed = owed();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(false, FINDINGS));
        give(true, FINDINGS);

        evaluate(owed, Map.of("report-text", "sound", "opinion", "go ahead"));
        give(false, FINDINGS);
        assertThat(room.command(() -> room.book.evaluations(file.number()))).hasSize(1);
    }

    @Test
    void anEvaluationNeedsAReport() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> evaluate(owed(), Map.of("opinion", "go ahead")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("report-text"));
    }

    @Test
    void aReportMayBeAFile() {
        evaluate(owed(), Map.of("report", new Upload("report.pdf", "application/pdf", 1, "00"), "opinion", "go ahead"));

        assertThat(file.documents()).singleElement().satisfies(document -> assertThat(document.kind().value()).isEqualTo("finance.evaluation"));
    }

    @Test
    void theRepresentativeEvaluatesNothing() {
        Task owed = owed();
        file.as("lina", Role.SALES_REP, Role.FINANCE_REVIEWER);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> evaluate(owed, Map.of("report-text", "x", "opinion", "y")));
    }

    @Test
    void anUnreasonablePaymentMethodIsAnObjection() {
        Map<String, Object> findings = Map.of("payment-method", "unreasonable", "condition", "good", "credit-risk", "low");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(false, findings));
        give(true, findings);
    }

    @Test
    void theExposureIsKeptWithTheOpinion() {
        give(false, FINDINGS);

        assertThat(room.command(() -> room.book.snapshots(file.number()))).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.exposure().amount()).isEqualByComparingTo("500000");
            assertThat(snapshot.takenBy()).isEqualTo("zhou");
        });
    }

    private Task owed() {
        return file.raise(NewTask.of(FinanceOpinion.EVALUATION, Role.FINANCE_REVIEWER).about("finance"));
    }

    private void evaluate(Task task, Map<String, Object> values) {
        room.command(() -> new Evaluate(room.book).run(file, Optional.of(task), new Values(values)));
    }

    private void give(boolean objects, Map<String, Object> values) {
        room.run(() -> opinion.given(file, objects, new Values(values)));
    }
}
