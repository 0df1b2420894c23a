package dev.kontor.kernel.desk;

import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;

/** Monday to Friday. */
final class Weekdays implements WorkingCalendar {

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    @Override
    public boolean isKnown(int year) {
        return true;
    }

    @Override
    public Deadline deadline(LocalDate eventDay, WorkingDays within) {
        LocalDate last = eventDay;
        for (int left = within.count(); left > 0 || !isWorkingDay(last); ) {
            last = last.plusDays(1);
            left -= isWorkingDay(last) ? 1 : 0;
        }
        return new Deadline(
                eventDay,
                within,
                last,
                last.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(),
                false,
                version());
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -workingDaysBetween(to, from)
                : (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    @Override
    public String version() {
        return "weekdays@1";
    }
}
