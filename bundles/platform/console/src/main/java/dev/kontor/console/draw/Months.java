package dev.kontor.console.draw;

import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A year as twelve months of weeks that begin on Monday. */
public final class Months {

    private static final int DAYS_OF_A_WEEK = 7;

    private Months() {}

    public record Month(String name, List<List<Day>> weeks) {}

    /** @param number 0 for a place before the first or after the last of the month; {@code kind} is then empty */
    public record Day(int number, String kind, Text name, boolean own, boolean today) {

        static final Day NONE = new Day(0, "", Text.plain(""), false, false);
    }

    public static List<Month> of(Block.Year year, Locale language) {
        Map<LocalDate, Block.SpecialDay> special =
                year.days().stream().collect(Collectors.toMap(Block.SpecialDay::day, Function.identity()));
        return Stream.iterate(YearMonth.of(year.year(), 1), month -> month.plusMonths(1))
                .limit(12)
                .map(month -> new Month(
                        month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language),
                        weeks(month, special, year.today())))
                .toList();
    }

    /** @param full for those who hear it, or as short as a column is narrow */
    public static List<String> weekdays(Locale language, boolean full) {
        TextStyle style = full ? TextStyle.FULL_STANDALONE : TextStyle.NARROW_STANDALONE;
        return Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(style, language)).toList();
    }

    private static List<List<Day>> weeks(YearMonth month, Map<LocalDate, Block.SpecialDay> special, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            days.add(Day.NONE);
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate at = month.atDay(day);
            Block.SpecialDay found = special.getOrDefault(at, new Block.SpecialDay(at, "", Text.plain(""), false));
            days.add(new Day(day, found.kind(), found.name(), found.own(), at.equals(today)));
        }
        while (days.size() % DAYS_OF_A_WEEK != 0) {
            days.add(Day.NONE);
        }
        return Stream.iterate(0, at -> at < days.size(), at -> at + DAYS_OF_A_WEEK)
                .map(at -> List.copyOf(days.subList(at, at + DAYS_OF_A_WEEK)))
                .toList();
    }
}
