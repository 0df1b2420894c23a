package dev.kontor.testkit;

import dev.kontor.api.department.DepartmentId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What departments mean to attend to, by day. */
final class FakePlans {

    /** @param matter by which the department knows it */
    record Planned(String department, String matter, LocalDate on) {}

    private final Map<String, LocalDate> days = new TreeMap<>();

    void plan(DepartmentId department, String matter, LocalDate on) {
        days.put(department + " " + matter, on);
    }

    void unplan(DepartmentId department, String matter) {
        days.remove(department + " " + matter);
    }

    Map<String, LocalDate> all() {
        return Map.copyOf(days);
    }

    /** Takes out what comes first of everything up to the day. */
    Optional<Planned> next(LocalDate upTo) {
        Optional<Map.Entry<String, LocalDate>> next = days.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(upTo))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::copyOf);
        return next.map(each -> {
            days.remove(each.getKey());
            int blank = each.getKey().indexOf(' ');
            return new Planned(each.getKey().substring(0, blank), each.getKey().substring(blank + 1), each.getValue());
        });
    }
}
