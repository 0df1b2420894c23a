package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether what was typed of a retrospective can be: every gap at its field. */
final class Looked {

    private Looked() {}

    /** @throws Refused with gaps */
    static void check(OrderFile file, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        LocalDate on = values.date("held-on").orElseThrow();
        if (on.isAfter(file.today())) {
            gaps.add(new Refused.Gap("held-on", Text.of("aftersales.day-to-come")));
        }
        Warranties.delivered(file).filter(on::isBefore).ifPresent(delivered ->
                gaps.add(new Refused.Gap("held-on", Text.of("aftersales.before-delivery", delivered))));
        if (values.choices("departments").stream().allMatch(Role.SALES_HEAD.value()::equals)) {
            gaps.add(new Refused.Gap("departments", Text.of("aftersales.departments-missing")));
        }
        List<Values> points = values.rows("points");
        for (int i = 0; i < points.size(); i++) {
            gaps.addAll(gaps(file, "points[" + i + "].", points.get(i)));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    /** Whoever is to carry a suggestion out needs to know what, and until when. */
    private static List<Refused.Gap> gaps(OrderFile file, String row, Values point) {
        List<Refused.Gap> gaps = new ArrayList<>();
        if (!point.has("owner")) {
            return gaps;
        }
        if (!point.has("suggestion")) {
            gaps.add(new Refused.Gap(row + "suggestion", Text.of("aftersales.suggestion-missing")));
        }
        if (!point.has("due-on")) {
            gaps.add(new Refused.Gap(row + "due-on", Text.of("aftersales.due-missing")));
        }
        point.date("due-on").filter(due -> due.isBefore(file.today())).ifPresent(due ->
                gaps.add(new Refused.Gap(row + "due-on", Text.of("aftersales.due-past"))));
        return gaps;
    }
}
