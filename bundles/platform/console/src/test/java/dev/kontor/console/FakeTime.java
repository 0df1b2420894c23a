package dev.kontor.console;

import dev.kontor.api.task.Recounts;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.Calendars;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A Monday in November 2026; the year after is not announced. */
final class FakeTime {

    private FakeTime() {}

    static Calendars calendars() {
        return new Calendars() {
            @Override
            public List<Year> years() {
                return List.of(
                        new Year(2026, List.of("国办发明电〔2025〕7号"), true, List.of(
                                new Day(LocalDate.parse("2026-10-01"), false, "国庆节", false), new Day(LocalDate.parse("2026-10-10"), true, "国庆节", false),
                                new Day(LocalDate.parse("2026-12-24"), false, "公司年会", true))),
                        new Year(2027, List.of(), false, List.of()));
            }

            @Override
            public String version() {
                return "cn@2026-2";
            }
        };
    }

    static Recounts recounts() {
        return reader -> List.of(
                new Recounts.Moved(FakeCompany.ORDER, new TaskKind("review.opinion"), LocalDate.parse("2027-01-04"),
                        LocalDate.parse("2027-01-05"), true),
                new Recounts.Moved(FakeCompany.ORDER, new TaskKind("entry.enter"), LocalDate.parse("2026-12-31"),
                        LocalDate.parse("2026-12-31"), true));
    }

    static Clock clock() {
        return new Clock() {
            @Override
            public Instant now() {
                return FakeCompany.NOW;
            }

            @Override
            public LocalDate today() {
                return FakeCompany.TODAY;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public boolean simulated() {
                return false;
            }
        };
    }

    static WorkingCalendar calendar() {
        return new WorkingCalendar() {
            @Override
            public boolean isWorkingDay(LocalDate day) {
                return day.getDayOfWeek().getValue() < 6;
            }

            @Override
            public boolean isKnown(int year) {
                return year == 2026;
            }

            @Override
            public Deadline deadline(LocalDate eventDay, WorkingDays within) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int workingDaysBetween(LocalDate from, LocalDate to) {
                return (int) (to.toEpochDay() - from.toEpochDay());
            }

            @Override
            public String version() {
                return "cn@2026-2";
            }
        };
    }
}
