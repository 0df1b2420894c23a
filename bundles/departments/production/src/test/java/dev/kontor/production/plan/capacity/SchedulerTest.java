package dev.kontor.production.plan.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.plan.capacity.Scheduler.Place;
import dev.kontor.production.plan.capacity.Scheduler.Work;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.1: work is placed where work centres have hours free (R-5.1)")
final class SchedulerTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final Map<String, BigDecimal> CAPACITY = Map.of("MILL", hours("8"), "PAINT", hours("24"));

    private final Scheduler free = new Scheduler(new WeekdayCalendar(), CAPACITY, Map.of());

    @Test
    void whatFillsADayEndsOnItAndTheLeastMoreEndsAfterTheWeekend() {
        assertThat(placed(free, work("a", "MILL", "8"))).containsExactly("a 2026-03-06 8");

        Scheduler other = new Scheduler(new WeekdayCalendar(), CAPACITY, Map.of());
        assertThat(placed(other, work("a", "MILL", "8.01"))).containsExactly("a 2026-03-06 8", "a 2026-03-09 0.01");
    }

    @Test
    void whatIsPlacedIsTakenForTheNextMachine() {
        placed(free, work("a", "MILL", "5"));

        assertThat(placed(free, work("b", "MILL", "5"))).containsExactly("b 2026-03-06 3", "b 2026-03-09 2");
    }

    @Test
    void oneMachineIsInOnePlaceAtATime() {
        assertThat(placed(free, work("a", "MILL", "6"), work("b", "PAINT", "24")))
                .as("three quarters of the day are gone, a quarter of 24 hours is left")
                .containsExactly("a 2026-03-06 6", "b 2026-03-06 6", "b 2026-03-09 18");
    }

    @Test
    void whatOthersTakeIsNotFreeEvenWhenItIsMoreThanThereIs() {
        Scheduler busy = new Scheduler(new WeekdayCalendar(), CAPACITY,
                Map.of(new Place("MILL", FRIDAY), hours("9"), new Place("MILL", FRIDAY.plusDays(3)), hours("7.5")));

        assertThat(placed(busy, work("a", "MILL", "1"))).containsExactly("a 2026-03-09 0.5", "a 2026-03-10 0.5");
    }

    @Test
    void aSaturdayThatIsMadeUpForIsAWorkingDay() {
        Scheduler madeUp = new Scheduler(new MadeUp(), CAPACITY, Map.of());

        assertThat(placed(madeUp, work("a", "MILL", "16"))).containsExactly("a 2026-03-06 8", "a 2026-03-07 8");
    }

    @Test
    void whatFindsNoRoomInTenYearsIsRefused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> placed(free, work("a", "MILL", "1000000")));
    }

    private static List<String> placed(Scheduler scheduler, Work... chain) {
        return scheduler.place(List.of(chain), FRIDAY).entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(part -> each.getKey() + " " + part.day() + " " + part.hours().stripTrailingZeros().toPlainString()))
                .toList();
    }

    private static Work work(String operation, String centre, String hours) {
        return new Work(operation, centre, hours(hours));
    }

    private static BigDecimal hours(String hours) {
        return new BigDecimal(hours);
    }

    /** Weekdays, and the Saturday after the Friday. */
    private static final class MadeUp implements WorkingCalendar {

        private final WorkingCalendar weekdays = new WeekdayCalendar();

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.equals(FRIDAY.plusDays(1)) || weekdays.isWorkingDay(day);
        }

        @Override
        public boolean isKnown(int year) {
            return true;
        }

        @Override
        public Deadline deadline(LocalDate eventDay, WorkingDays within) {
            return weekdays.deadline(eventDay, within);
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            return weekdays.workingDaysBetween(from, to);
        }

        @Override
        public String version() {
            return "made-up@1";
        }
    }
}
