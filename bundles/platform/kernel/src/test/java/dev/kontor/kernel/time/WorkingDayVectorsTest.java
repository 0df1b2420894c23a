package dev.kontor.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The company's calendar, on the announced years")
class WorkingDayVectorsTest {

    static final Path YEARS = Path.of("../../../rules/calendars/cn");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CompanyCalendar calendar = new CompanyCalendar(clock(SHANGHAI), YEARS);

    static SystemClock clock(ZoneId zone) {
        return new SystemClock(Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC), zone, Duration.ZERO);
    }

    @ParameterizedTest(name = "{0} and {1} working days: {2}")
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 3, 2026-02-25",
        "2026-02-12, 3, 2026-02-24",
        "2026-09-18, 1, 2026-09-20",
        "2026-09-18, 5, 2026-09-24",
        "2026-09-30, 3, 2026-10-10",
        "2025-12-31, 2, 2026-01-05",
        "2024-02-03, 1, 2024-02-04",
        "2024-09-13, 2, 2024-09-18",
        "2018-12-28, 1, 2018-12-29",
        "2023-01-20, 3, 2023-01-30",
        "2020-01-22, 5, 2020-02-06"
    })
    void theEventDayIsNotCounted(LocalDate event, int days, LocalDate last) {
        Deadline deadline = calendar.deadline(event, WorkingDays.of(days));

        assertThat(deadline.lastDay()).isEqualTo(last);
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.calendar()).isEqualTo(calendar.version()).startsWith("cn@");
        assertThat(calendar.workingDaysBetween(event, last)).isEqualTo(days);
    }

    @Test
    void aDeadlineEndsAtMidnightOfTheCompanysZone() {
        assertThat(calendar.deadline(LocalDate.of(2026, 2, 13), WorkingDays.of(1)).dueAt())
                .isEqualTo(Instant.parse("2026-02-14T16:00:00Z"));
    }

    @Test
    void noDaysAtAllEndWithTheFirstWorkingDayOnOrAfterTheEvent() {
        assertThat(calendar.deadline(LocalDate.of(2026, 10, 1), WorkingDays.of(0)).lastDay())
                .isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.deadline(LocalDate.of(2026, 10, 10), WorkingDays.of(0)).lastDay())
                .isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void lateDaysOfDecemberComeFromTheNextYearsNotice() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2007, 12, 31))).isFalse();
    }

    @Test
    void aYearWithoutANoticeIsProvisionalAheadAndUnknownInThePast() {
        assertThat(calendar.isKnown(2026)).isTrue();
        assertThat(calendar.isKnown(2027)).isFalse();
        assertThat(calendar.isKnown(2006)).isFalse();
        assertThat(calendar.isKnown(2031)).isFalse();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 31), WorkingDays.of(2)).provisional()).isTrue();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 10), WorkingDays.of(2)).provisional()).isFalse();
        assertThat(calendar.deadline(LocalDate.of(2006, 5, 10), WorkingDays.of(2)).provisional()).isTrue();
    }

    @Test
    void theNextNoticeCanStillMoveTheLastDaysOfDecember() {
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 24), WorkingDays.of(2)).provisional()).isTrue();
        assertThat(calendar.deadline(LocalDate.of(2025, 12, 24), WorkingDays.of(2)).provisional()).isFalse();
    }

    @Test
    void aNoticeThatArrivesMovesAProvisionalDeadlineAndKeepsItsDays(@TempDir Path years) throws IOException {
        for (String name : List.of("2026.json", "2027.json")) {
            Files.copy(YEARS.resolve(name), years.resolve(name));
        }
        CompanyCalendar before = new CompanyCalendar(clock(SHANGHAI), years);
        Deadline provisional = before.deadline(LocalDate.of(2026, 12, 30), WorkingDays.of(3));
        assertThat(provisional.lastDay()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(before.recount(provisional)).isEqualTo(provisional);

        Files.writeString(years.resolve("2027.json"), """
                {"year": 2027, "papers": ["https://example.org/2027"], "days": [
                 {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                 {"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}
                """);
        CompanyCalendar after = new CompanyCalendar(clock(SHANGHAI), years);

        Deadline anew = after.recount(provisional);
        assertThat(anew.lastDay()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(anew.provisional()).isFalse();
        Deadline suspended = before.deadline(LocalDate.of(2026, 12, 30), WorkingDays.of(2));
        assertThat(suspended.lastDay()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(after.recount(suspended).lastDay()).isEqualTo(LocalDate.of(2027, 1, 2));
    }

    @Test
    void theCatalogueOfYearsIsCleanAsItComes() {
        assertThat(calendar.problems()).isEmpty();
    }

    @Test
    void daysBetweenAreNegativeBackwards() {
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 2, 13))).isEqualTo(-3);
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 13))).isZero();
    }

    @Test
    void theYearShowsItsPapersAndEveryDayOfItsOwn() {
        var years = calendar.years();
        assertThat(years).first().satisfies(year -> assertThat(year.year()).isEqualTo(2006));
        var twoPapers = years.stream().filter(year -> year.year() == 2020).findFirst().orElseThrow();
        assertThat(twoPapers.sources()).hasSize(2);
        assertThat(twoPapers.days()).allSatisfy(day -> assertThat(day.day().getYear()).isEqualTo(2020));
    }

    @Test
    void anOverrideWinsOverTheNoticeAndMakesAnotherVersion() {
        String before = calendar.version();
        LocalDate monday = LocalDate.of(2026, 3, 9);

        calendar.override(List.of(new dev.kontor.api.time.Calendars.Day(monday, false, "停电", true)));

        assertThat(calendar.isWorkingDay(monday)).isFalse();
        assertThat(calendar.version()).isNotEqualTo(before);
        calendar.override(List.of());
        assertThat(calendar.version()).isEqualTo(before);
    }
}
