package dev.kontor.supervision.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Upload;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: what is decided stays within the proposal, the measure and the law (R-11.2)")
final class LimitsTest extends TreatmentCase {

    private static final Upload PROOF = new Upload("invoice.pdf", "application/pdf", 10, "0".repeat(64));

    @Test
    @DisplayName("as many points as proposed can be taken, one more cannot, and none is given without a number")
    void noMoreThanProposed() {
        heard("lina");

        assertThat(SupervisionRoom.gaps(() -> decide("gao", Map.of("measure", "points", "points", "6", "grounds", "late")))).containsExactly("points");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", Map.of("measure", "points", "grounds", "late")))).containsExactly("points");
        decide("gao", Map.of("measure", "points", "points", "5", "grounds", "late"));

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
        assertThat(file.decisions()).as("what somebody earns and owes is kept in no decision of the order")
                .noneMatch(decision -> decision.point().equals(Supervision.AT_TREATMENT));
    }

    @Test
    @DisplayName("compensation is for a loss that a document proves, and takes at most a fifth of the month's pay (R-11.2)")
    void compensationIsWithinTheLaw() {
        heard("lina");
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);
        Map<String, Object> unproved = with(Map.of("measure", "criticism", "grounds", "late"), "2000", "1600", "8000");

        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "0", "100", "8000")))).containsExactly("compensation");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "2000", "1600.01", "8000")))).containsExactly("pay");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "2000", "1600", "0")))).containsExactly("pay");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", unproved))).containsExactly("proof");
        decide("gao", with(words, "2000", "1600", "8000"));

        Step.Ruled ruled = step(Treatment.State.DECIDED).ruled().orElseThrow();
        assertThat(ruled.compensation()).isEqualByComparingTo("1600");
        assertThat(file.documents()).singleElement().satisfies(each -> assertThat(each.id()).isEqualTo(ruled.proof()));
    }

    @Test
    @DisplayName("the fifth is of the month: a second decision takes what the first has left, to the cent; what became final in a month before leaves all of it (R-11.2)")
    void theLimitIsOfTheMonth() {
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);
        violated("lina", 3);
        violated("lina", "t-2");
        violated("lina", "t-3");
        goOnTo(LocalDate.of(2026, 3, 6));
        List<Task> owed = file.openTasks(Supervision.DECISION);
        decide(owed.get(0), with(words, "2000", "1000", "8000"));

        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), with(words, "2000", "600.01", "8000")))).containsExactly("pay");
        decide(owed.get(1), with(words, "2000", "600", "8000"));
        goOnTo(LocalDate.of(2026, 4, 1));
        decide(owed.get(2), with(words, "2000", "1600", "8000"));
    }

    @Test
    @DisplayName("what is decided at a month's end and becomes final in the next counts in that one, as payroll takes it (R-11.2)")
    void theLimitIsOfTheMonthInWhichItBecomesFinal() {
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);
        violated("lina", 3);
        violated("lina", "t-2");
        goOnTo(LocalDate.of(2026, 3, 31));
        List<Task> owed = file.openTasks(Supervision.DECISION);
        decide(owed.get(0), with(words, "2000", "1000", "8000"));

        goOnTo(LocalDate.of(2026, 4, 1));
        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), with(words, "2000", "600.01", "8000")))).containsExactly("pay");
        goOnTo(LocalDate.of(2026, 4, 30));
        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), with(words, "2000", "600.01", "8000")))).containsExactly("pay");
        decide(owed.get(1), with(words, "2000", "600", "8000"));
    }

    @Test
    @DisplayName("of the bonus at most half is withheld in a month, with all that was decided (R-11.2)")
    void theBonusIsLimited() {
        violated("lina", 3);
        violated("lina", "t-2");
        goOnTo(LocalDate.of(2026, 3, 6));
        List<Task> owed = file.openTasks(Supervision.DECISION);
        decide(owed.get(0), Map.of("measure", "bonus", "bonus", "20", "points", "2", "grounds", "late"));

        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), Map.of("measure", "discipline", "bonus", "30.01", "grounds", "a warning"))))
                .containsExactly("bonus");
        decide(owed.get(1), Map.of("measure", "discipline", "bonus", "30", "grounds", "a warning"));

        assertThat(all()).extracting(each -> room.read(() -> room.treatments.ruled(each)).orElseThrow().measure())
                .containsExactlyInAnyOrder("bonus", "discipline");
    }

    @ParameterizedTest
    @CsvSource({"none, points, 2", "criticism, points, 2", "criticism, bonus, 10", "points, bonus, 10", "none, compensation, 10",
        "bonus, points, 0", "bonus, bonus, 100.01"})
    @DisplayName("what does not fit its measure is refused where it was typed, and dropped nowhere (R-11.2)")
    void whatDoesNotFitIsRefused(String measure, String field, String value) {
        heard("lina");
        Map<String, Object> values = new HashMap<>(Map.of("measure", measure, "grounds", "late", "proof", PROOF));
        if (measure.equals("points")) {
            values.put("points", "2");
        }
        values.put(field, value);

        assertThat(SupervisionRoom.gaps(() -> decide("gao", values))).containsExactly(field);
    }

    private static Map<String, Object> with(Map<String, Object> words, String loss, String compensation, String pay) {
        Map<String, Object> more = new HashMap<>(words);
        more.putAll(Map.of("loss", loss, "compensation", compensation, "pay", pay));
        return more;
    }

    @Test
    @DisplayName("compensation leaves the least pay of the place by law, to the cent (R-11.2)")
    void theLeastPayIsLeft() {
        heard("lina");
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);

        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "2000", "260.01", "3000")))).containsExactly("pay");
        decide("gao", with(words, "2000", "260", "3000"));

        assertThat(step(Treatment.State.DECIDED).ruled().orElseThrow().compensation()).isEqualByComparingTo("260");
    }
}
