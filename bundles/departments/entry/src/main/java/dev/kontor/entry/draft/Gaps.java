package dev.kontor.entry.draft;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found wrong with a draft, and how single fields of it are looked at. */
final class Gaps {

    private final Map<String, String> draft;
    private final List<Gap> found = new ArrayList<>();

    Gaps(Map<String, String> draft) {
        this.draft = draft;
    }

    List<Gap> found() {
        return List.copyOf(found);
    }

    void add(String path, Text message) {
        found.add(new Gap(path, message));
    }

    void missing(String path) {
        add(path, Text.of("entry.gap.missing", Paths.label(path)));
    }

    void present(String path) {
        if (text(path).isEmpty()) {
            missing(path);
        }
    }

    void oneOf(String path, Collection<String> values) {
        if (text(path).isEmpty()) {
            missing(path);
        } else if (!values.contains(text(path))) {
            add(path, Text.of("entry.gap.unknown", text(path)));
        }
    }

    Optional<LocalDate> day(String path) {
        Optional<LocalDate> day = Completeness.dayOf(text(path));
        if (text(path).isEmpty()) {
            missing(path);
        } else if (day.isEmpty()) {
            add(path, Text.of("entry.gap.day", text(path)));
        }
        return day;
    }

    /** @param scale the most decimals */
    void above(String path, int scale, long most) {
        if (number(path, scale, most).filter(number -> number.signum() == 0).isPresent()) {
            add(path, Text.of("entry.gap.positive"));
        }
    }

    /** Zero or more. @param scale the most decimals */
    Optional<BigDecimal> number(String path, int scale, long most) {
        if (text(path).isEmpty()) {
            missing(path);
            return Optional.empty();
        }
        Optional<BigDecimal> number = Completeness.numberOf(text(path));
        if (number.isEmpty() || number.get().stripTrailingZeros().scale() > scale) {
            add(path, Text.of("entry.gap.number", text(path), scale));
        } else if (number.get().signum() < 0) {
            add(path, Text.of("entry.gap.negative"));
        } else if (number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            add(path, Text.of("entry.gap.at-most", most));
        } else {
            return number;
        }
        return Optional.empty();
    }

    String text(String path) {
        return draft.getOrDefault(path, "").strip();
    }
}
