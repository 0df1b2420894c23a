package dev.kontor.entry.draft;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.DueTerm.Span;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cells of a payment's row that say when it falls due (policy 8): a day, or a span after one event or after each of two. */
final class DueCells {

    static final List<String> UNITS = List.of("calendar", "working");
    static final List<String> WHICH = List.of("first", "last");

    /** Events that are fields of the delivery too: whether the contract lists them. */
    private static final Set<String> ACCEPTANCES = Set.of("pre-acceptance", "final-acceptance");

    private static final int MOST_MONTHS = 240;
    private static final int MOST_DAYS = 3_650;
    private static final String DAY = "due-day";
    private static final String EVENT = "due-event";
    private static final String OTHER = "due-or-event";
    private static final String OTHER_MONTHS = "due-or-months";
    private static final String OTHER_DAYS = "due-or-days";

    private final Map<String, String> row;

    DueCells(Map<String, String> row) {
        this.row = row;
    }

    DueTerm term() {
        if (row.containsKey(DAY)) {
            return DueTerm.on(LocalDate.parse(row.get(DAY)));
        }
        boolean working = row.getOrDefault("due-unit", "").equals("working");
        int months = whole("due-months");
        int days = whole("due-days");
        if (!row.containsKey(OTHER)) {
            return new DueTerm("", List.of(row.get(EVENT)), true, months, days, working, List.of());
        }
        boolean own = row.containsKey(OTHER_MONTHS) || row.containsKey(OTHER_DAYS);
        return new DueTerm("", List.of(row.get(EVENT), row.get(OTHER)), !row.getOrDefault("due-which", "").equals("last"), months, days,
                working, own ? List.of(new Span(whole(OTHER_MONTHS), whole(OTHER_DAYS))) : List.of());
    }

    private int whole(String cell) {
        return row.containsKey(cell) ? new BigDecimal(row.get(cell)).intValueExact() : 0;
    }

    /** @param i which row */
    void check(Gaps gaps, int i) {
        if (row.containsKey(DAY) == row.containsKey(EVENT)) {
            gaps.add(path(i, EVENT), Text.of("entry.gap.due"));
        }
        if (row.containsKey(DAY)) {
            day(gaps, i);
        } else {
            events(gaps, i);
        }
    }

    /** What stands beside a fixed day would be silently ignored; a slip of the year would never fall due. */
    private void day(Gaps gaps, int i) {
        String signed = gaps.text(gaps.text("signed-on").isEmpty() ? "planned-on" : "signed-on");
        Optional<LocalDate> last = Completeness.dayOf(signed).map(day -> day.plusMonths(MOST_MONTHS));
        Optional<LocalDate> due = gaps.day(path(i, DAY));
        last.filter(end -> due.filter(end::isBefore).isPresent())
                .ifPresent(end -> gaps.add(path(i, DAY), Text.of("entry.gap.day-far", end)));
        row.keySet().stream()
                .filter(cell -> cell.startsWith("due-") && !cell.equals(DAY) && !cell.equals(EVENT))
                .forEach(cell -> gaps.add(path(i, cell), Text.of("entry.gap.beside-day")));
    }

    private void events(Gaps gaps, int i) {
        given(EVENT).forEach(cell -> event(gaps, path(i, cell)));
        given("due-months", OTHER_MONTHS).forEach(cell -> gaps.number(path(i, cell), 0, MOST_MONTHS));
        given("due-days", OTHER_DAYS).forEach(cell -> gaps.number(path(i, cell), 0, MOST_DAYS));
        given("due-unit").forEach(cell -> gaps.oneOf(path(i, cell), UNITS));
        given("due-which").forEach(cell -> gaps.oneOf(path(i, cell), WHICH));
        if (row.containsKey(OTHER)) {
            event(gaps, path(i, OTHER));
        } else if (!given(OTHER_MONTHS, OTHER_DAYS, "due-which").isEmpty()) {
            gaps.missing(path(i, OTHER));
        }
    }

    /** An acceptance that the contract does not list never comes, and money that waits for it never falls due. */
    private static void event(Gaps gaps, String path) {
        gaps.oneOf(path, ContractForm.EVENTS);
        String event = gaps.text(path);
        if (ACCEPTANCES.contains(event) && !gaps.text(event).equals("yes")) {
            gaps.add(path, Text.of("entry.gap.not-listed", Paths.label(event)));
        }
    }

    private List<String> given(String... cells) {
        return List.of(cells).stream().filter(row::containsKey).toList();
    }

    private static String path(int row, String cell) {
        return Paths.cell("payment", row, cell);
    }
}
