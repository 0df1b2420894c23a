package dev.kontor.finance.schedule;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When an instalment falls due: some months and days after its event, the first or the last of such days where it has several,
 * and never on a day off: a day of a contract rolls to the next working day, and a make-up working Saturday is one (policies 4, 8).
 */
final class DueDays {

    /**
     * @param on empty while an event is awaited
     * @param waitingFor the events that are awaited; empty when the day is known
     */
    record Day(Optional<LocalDate> on, List<String> waitingFor) {}

    private final WorkingCalendar calendar;

    DueDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param happened the day of each event that has happened */
    Day of(DueTerm term, Map<String, LocalDate> happened) {
        if (!term.on().isEmpty()) {
            return new Day(Optional.of(rolled(LocalDate.parse(term.on()))), List.of());
        }
        List<String> awaited = term.events().stream().filter(event -> !happened.containsKey(event)).toList();
        Stream<LocalDate> days = IntStream.range(0, term.events().size())
                .filter(i -> happened.containsKey(term.events().get(i)))
                .mapToObj(i -> after(happened.get(term.events().get(i)), term.span(i), term.workingDays()));
        Optional<LocalDate> day = term.earliest()
                ? days.min(LocalDate::compareTo)
                : awaited.isEmpty() ? days.max(LocalDate::compareTo) : Optional.empty();
        return new Day(day, day.isPresent() ? List.of() : awaited);
    }

    private LocalDate after(LocalDate event, DueTerm.Span span, boolean workingDays) {
        LocalDate month = event.plusMonths(span.months());
        return workingDays
                ? calendar.deadline(month, WorkingDays.of(span.days())).lastDay()
                : rolled(month.plusDays(span.days()));
    }

    private LocalDate rolled(LocalDate day) {
        return calendar.deadline(day, WorkingDays.of(0)).lastDay();
    }

    /** The working day so many working days before; the day itself is not counted. */
    LocalDate before(LocalDate day, WorkingDays span) {
        LocalDate earlier = day;
        for (int left = span.count(); left > 0; ) {
            earlier = earlier.minusDays(1);
            left -= calendar.isWorkingDay(earlier) ? 1 : 0;
        }
        return earlier;
    }
}
