package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.Decision;
import dev.kontor.finance.Numbers;
import java.time.LocalDate;

/** What is planned for the days of an instalment that is owed: the talk before, the due day, dunning and limitation. */
final class Matters {

    private final DueDays days;

    Matters(DueDays days) {
        this.days = days;
    }

    /**
     * Sales is reminded so many working days before; on its day finance is told, and the day after dunning begins. Last comes
     * limitation.
     *
     * @param decision whose numbers count
     */
    void plan(OrderFile file, PlannedInstalment row, Decision decision) {
        Due due = row.due();
        if (!row.isOwed() || due.dueOn().isEmpty()) {
            drop(file, row);
            return;
        }
        LocalDate last = due.dueOn().orElseThrow();
        if (!row.isReminded()) {
            plan(file, Matter.REMIND, row, days.before(last, Numbers.of(decision, "reminder-days").workingDays()));
        }
        if (!last.isBefore(file.today())) {
            plan(file, Matter.DUE, row, last);
        }
        // the earliest day of all: whoever attends to it knows what has interrupted the period since
        plan(file, Matter.LIMITATION, row, last.plusMonths(Numbers.of(decision, "limitation-months").whole())
                .minusDays(Numbers.of(decision, "limitation-reminder-days").whole()));
        // one that is dunned already may not be late any more, by a corrected day
        plan(file, Matter.LATE, row, due.level().isEmpty() ? last.plusDays(1) : file.today());
    }

    private static void plan(OrderFile file, Matter matter, PlannedInstalment row, LocalDate day) {
        file.plan(Schedule.FINANCE, matter.of(row), day);
    }

    static void drop(OrderFile file, PlannedInstalment row) {
        for (Matter matter : Matter.values()) {
            file.unplan(Schedule.FINANCE, matter.of(row));
        }
    }
}
