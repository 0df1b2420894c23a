package dev.kontor.entry.opening;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong with a row, each at its field. What only other rows and orders can tell is found elsewhere. */
final class RowCheck {

    /** Old papers may come later; the archive asks for them. */
    private static final Set<String> MAY_BE_MISSING = Set.of("contract-file", "terms", "channel");

    private final RowContent row;
    private final LocalDate asOf;
    private final List<Gap> gaps = new ArrayList<>();

    private RowCheck(RowContent row, LocalDate asOf) {
        this.row = row;
        this.asOf = asOf;
    }

    /** @return no gap: {@link RowContent} can be asked for everything */
    static List<Gap> gaps(RowContent row, LocalDate asOf) {
        RowCheck check = new RowCheck(row, asOf);
        Completeness.gaps(row.fields()).stream().filter(gap -> !MAY_BE_MISSING.contains(gap.field())).forEach(check.gaps::add);
        Stage.of(row.text("state")).ifPresentOrElse(
                check::days, () -> check.gap("state", Text.of("entry.opening.gap.state", row.text("state"), String.join(", ", Stage.words()))));
        if (check.gaps.isEmpty()) {
            check.gaps.addAll(PartsCheck.gaps(row, asOf));
        }
        return List.copyOf(check.gaps);
    }

    private void days(Stage stage) {
        Optional<LocalDate> before = Completeness.dayOf(row.text("signed-on"));
        before.filter(asOf::isBefore).ifPresent(day -> gap("signed-on", Text.of("entry.opening.gap.after", day, asOf)));
        for (Stage each : Stage.values()) {
            String written = row.text(each.field());
            if (!stage.hasPassed(each)) {
                if (!written.isEmpty()) {
                    gap(each.field(), Text.of("entry.opening.gap.not-so-far", stage.word()));
                }
            } else {
                Optional<LocalDate> day = day(each.field());
                if (day.isPresent() && before.filter(day.get()::isBefore).isPresent()) {
                    gap(each.field(), Text.of("entry.opening.gap.before", day.get(), before.get()));
                }
                before = day.isPresent() ? day : before;
            }
        }
    }

    /** A day that is needed, no later than the opening's. */
    private Optional<LocalDate> day(String path) {
        if (row.text(path).isEmpty()) {
            gap(path, Text.of("entry.gap.missing", Paths.label(path)));
            return Optional.empty();
        }
        Optional<LocalDate> day = Completeness.dayOf(row.text(path));
        if (day.isEmpty()) {
            gap(path, Text.of("entry.gap.day", row.text(path)));
        }
        day.filter(asOf::isBefore).ifPresent(late -> gap(path, Text.of("entry.opening.gap.after", late, asOf)));
        return day;
    }

    private void gap(String path, Text message) {
        gaps.add(new Gap(path, message));
    }
}
