package dev.kontor.testkit;

import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/** Monday to Friday, every year, without holidays but those that a test adds. */
public final class WeekdayCalendar implements WorkingCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Set<LocalDate> holidays = new HashSet<>();

    /** From now on nobody works on the day; the calendar is another version of itself. */
    public void addHoliday(LocalDate day) {
        holidays.add(day);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return !holidays.contains(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean isKnown(int year) {
        return true;
    }

    @Override
    public Deadline deadline(LocalDate eventDay, WorkingDays within) {
        LocalDate last = eventDay;
        int left = within.count();
        while (left > 0 || !isWorkingDay(last)) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                left--;
            }
        }
        return new Deadline(eventDay, within, last, last.plusDays(1).atStartOfDay(ZONE).toInstant(), false, version());
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    @Override
    public String version() {
        return "weekdays@" + (1 + holidays.size());
    }
}
