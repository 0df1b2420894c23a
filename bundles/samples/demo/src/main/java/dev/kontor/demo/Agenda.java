package dev.kontor.demo;

import dev.kontor.api.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is done on which day, in the order in which it was written down. Written first, then played day by day. */
final class Agenda {

    /** Something that somebody does. */
    @FunctionalInterface
    interface Step {
        void take() throws InterruptedException;
    }

    private final SortedMap<LocalDate, List<Step>> days = new TreeMap<>();
    private final WorkingCalendar calendar;
    private final LocalDate first;
    private final LocalDate last;

    Agenda(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        this.calendar = calendar;
        this.first = first;
        this.last = last;
    }

    LocalDate first() {
        return first;
    }

    /** The working day so many days before the last one, or the next; the last one itself whatever it is. */
    LocalDate day(int before) {
        LocalDate day = last.minusDays(before);
        while (day.isBefore(last) && !calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** @param before days before the last one; what would come after it is left out, and nothing comes before the first */
    void on(int before, Step step) {
        if (before >= 0) {
            LocalDate day = day(before);
            days.computeIfAbsent(day.isBefore(first) ? first : day, none -> new ArrayList<>()).add(step);
        }
    }

    /** After all that is written by now, on each working day up to so many before the last one. */
    void everyDayUntil(int before, Step step) {
        for (LocalDate day = first; !day.isAfter(last.minusDays(before)); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                days.computeIfAbsent(day, none -> new ArrayList<>()).add(step);
            }
        }
    }

    /** What days before today held was done before the platform was stopped. */
    void play(Days time) throws InterruptedException {
        LocalDate today = time.today();
        for (var day : days.tailMap(today).entrySet()) {
            time.passTo(day.getKey());
            for (Step step : day.getValue()) {
                step.take();
            }
        }
        time.passTo(last);
    }
}
