package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Calendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One year as a grid of its months, with its paper, and the same days as a list. */
final class CalendarYear {

    private CalendarYear() {}

    static List<Block> blocks(Calendars.Year year, LocalDate today) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Words.of("calendars.year", "" + year.year()), List.of(
                new Block.Fact(Words.of("state"), new Cell.Badge(
                        year.known() ? Cell.Tone.GOOD : Cell.Tone.WARNING, Words.of(year.known() ? "known" : "provisional"))),
                new Block.Fact(Words.of("working-days"), Cell.words(Words.of("working-days.count", workingDays(year)))),
                new Block.Fact(Words.of("sources"), papers(year)))));
        if (!year.known()) {
            blocks.add(new Block.Note(Cell.Tone.WARNING, Words.of("calendars.no-days")));
        }
        blocks.add(new Block.Year(Words.of("calendars.grid", "" + year.year()), year.year(), special(year), today));
        blocks.add(list(year));
        return blocks;
    }

    private static Cell papers(Calendars.Year year) {
        return year.sources().isEmpty()
                ? Cell.words(Words.of("calendars.no-paper"))
                : new Cell.Many(year.sources().stream().map(CalendarYear::paper).toList());
    }

    private static Cell paper(String source) {
        return source.startsWith("https://") ? new Cell.Outside(Words.of("calendars.paper", number(source)), source) : Cell.plain(source);
    }

    /** The number by which the State Council's site files it, {@code 7047091}. */
    private static String number(String address) {
        return address.replaceFirst(".*/", "").replaceFirst("^content_", "").replaceFirst("\\.html?$", "");
    }

    /** Weekends and everything that is not what its weekday says. */
    private static List<Block.SpecialDay> special(Calendars.Year year) {
        Map<LocalDate, Calendars.Day> known =
                year.days().stream().collect(Collectors.toMap(Calendars.Day::day, Function.identity()));
        return days(year.year())
                .filter(day -> known.containsKey(day) || isWeekend(day))
                .map(day -> known.containsKey(day)
                        ? special(known.get(day))
                        : new Block.SpecialDay(day, "rest", Text.plain(""), false))
                .toList();
    }

    private static Block.SpecialDay special(Calendars.Day day) {
        return new Block.SpecialDay(day.day(), kind(day), Text.plain(day.name()), day.override());
    }

    private static String kind(Calendars.Day day) {
        return day.working() ? isWeekend(day.day()) ? "make-up" : "work" : "off";
    }

    private static long workingDays(Calendars.Year year) {
        Map<LocalDate, Boolean> known =
                year.days().stream().collect(Collectors.toMap(Calendars.Day::day, Calendars.Day::working));
        return days(year.year()).filter(day -> known.getOrDefault(day, !isWeekend(day))).count();
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Block list(Calendars.Year year) {
        return new Block.Table(
                Words.of("calendars.days", "" + year.year()),
                List.of(Words.column("days"), Words.column("name"), Words.column("kind"), Words.column("set-by")),
                spans(year.days()).stream().map(CalendarYear::row).toList(),
                "",
                Words.of("calendars.no-days"));
    }

    /** Days that follow each other and are alike, as one line. */
    private static List<List<Calendars.Day>> spans(List<Calendars.Day> days) {
        List<List<Calendars.Day>> spans = new ArrayList<>();
        for (Calendars.Day day : days) {
            List<Calendars.Day> last = spans.isEmpty() ? List.of() : spans.get(spans.size() - 1);
            if (!last.isEmpty() && goesOn(last.get(last.size() - 1), day)) {
                last.add(day);
            } else {
                spans.add(new ArrayList<>(List.of(day)));
            }
        }
        return spans;
    }

    private static boolean goesOn(Calendars.Day before, Calendars.Day day) {
        return before.day().plusDays(1).equals(day.day())
                && before.name().equals(day.name())
                && kind(before).equals(kind(day))
                && before.override() == day.override();
    }

    private static List<Cell> row(List<Calendars.Day> span) {
        Calendars.Day first = span.get(0);
        Calendars.Day last = span.get(span.size() - 1);
        String key = switch (kind(first)) {
            case "make-up" -> "make-up-day";
            case "work" -> "working-day";
            default -> "day-off";
        };
        return List.of(
                span.size() == 1
                        ? new Cell.Day(first.day())
                        : Cell.words(Words.of("calendars.span", first.day(), last.day(), span.size())),
                Cell.plain(first.name()),
                new Cell.Badge(first.working() ? Cell.Tone.WARNING : Cell.Tone.INFO, Words.of(key)),
                Cell.words(Words.of(first.override() ? "company" : "notice")));
    }
}
