package dev.kontor.entry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 3.2: whoever wrote a field answers for it (R-3.7)")
final class DraftTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T01:00:00Z");
    private static final PersonId LINA = new PersonId("lina");
    private static final PersonId ZHAO = new PersonId("zhao");
    private static final Set<String> ROOTS = Set.of("delivery-place", "contact-name", "lines");

    private final Draft linas = new Draft(OrderNumber.of(2026, 1), 3, true, new TreeMap<>()).rewritten(
            Map.of("delivery-place", "宁波", "contact-name", "王强", "lines[0].model", "A", "lines[0].quantity", "1",
                    "lines[1].model", "B", "lines[1].quantity", "2"),
            ROOTS, LINA, MONDAY);

    @Test
    void onlyTheChangedFieldGetsANewWriter() {
        Map<String, String> typed = linas.plain();
        typed.put("delivery-place", "苏州");

        Draft after = linas.rewritten(typed, ROOTS, ZHAO, TUESDAY);

        assertThat(after.written("delivery-place")).contains(new Written("苏州", ZHAO, TUESDAY));
        assertThat(after.written("contact-name")).contains(new Written("王强", LINA, MONDAY));
        assertThat(linas.changes(after)).containsExactly(new Change("delivery-place", "宁波", "苏州"));
    }

    @Test
    void aRowThatMovesKeepsItsWriter() {
        Map<String, String> typed = Map.of("delivery-place", "宁波", "contact-name", "王强", "lines[0].model", "NEW",
                "lines[0].quantity", "9", "lines[1].model", "A", "lines[1].quantity", "1", "lines[2].model", "B",
                "lines[2].quantity", "2");

        Draft after = linas.rewritten(typed, ROOTS, ZHAO, TUESDAY);

        assertThat(after.written("lines[0].model").orElseThrow().by()).isEqualTo(ZHAO);
        assertThat(after.written("lines[1].quantity")).contains(new Written("1", LINA, MONDAY));
        assertThat(after.written("lines[2].model")).contains(new Written("B", LINA, MONDAY));
    }

    @Test
    void oneCellOfARowChangesItsWriterAlone() {
        Map<String, String> typed = linas.plain();
        typed.put("lines[1].quantity", "3");

        Draft after = linas.rewritten(typed, ROOTS, ZHAO, TUESDAY);

        assertThat(after.written("lines[1].quantity").orElseThrow().by()).isEqualTo(ZHAO);
        assertThat(after.written("lines[1].model").orElseThrow().by()).isEqualTo(LINA);
    }

    @Test
    void whatIsEmptiedIsGoneAndWhatTheFormDoesNotHoldStays() {
        Draft after = linas.rewritten(Map.of("contact-name", "王强"), Set.of("contact-name", "lines"), ZHAO, TUESDAY);

        assertThat(after.plain()).containsOnly(Map.entry("contact-name", "王强"), Map.entry("delivery-place", "宁波"));
    }

    @Test
    void valuesAndPathsAreTheSame() {
        assertThat(Paths.flat(linas.values())).isEqualTo(linas.plain());
    }
}
