package dev.kontor.console.pages;

import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How a worklist is grouped, in the order in which it is sorted. */
enum Urgency {
    LATE("worklist.group.late"),
    TODAY("worklist.group.today"),
    THIS_WEEK("worklist.group.week"),
    LATER("worklist.group.later"),
    NOT_DUE("worklist.group.not-due");

    private final String key;

    Urgency(String key) {
        this.key = key;
    }

    Text words() {
        return Words.of(key);
    }

    /** A week ends on its Sunday. */
    static Urgency of(Worklist.Item item, LocalDate today) {
        if (!item.due()) {
            return NOT_DUE;
        }
        LocalDate last = item.task().deadline().orElseThrow().lastDay();
        if (item.late()) {
            return LATE;
        } else if (!last.isAfter(today)) {
            return TODAY;
        }
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return last.isAfter(sunday) ? LATER : THIS_WEEK;
    }
}
