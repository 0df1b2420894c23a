package dev.kontor.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A year as a grid of months")
final class MonthsTest {

    private static List<Months.Month> of(int year, LocalDate today, Block.SpecialDay... days) {
        return Months.of(new Block.Year(Text.plain(""), year, List.of(days), today), Locale.SIMPLIFIED_CHINESE);
    }

    private static List<Integer> numbers(List<Months.Day> week) {
        return week.stream().map(Months.Day::number).toList();
    }

    @Test
    void weeksBeginOnMondayAndAreWhole() {
        List<Months.Month> months = of(2026, LocalDate.of(2025, 1, 1));

        assertThat(months).hasSize(12);
        assertThat(months.get(0).name()).isEqualTo("一月");
        assertThat(numbers(months.get(0).weeks().get(0))).as("2026 begins on a Thursday").containsExactly(0, 0, 0, 1, 2, 3, 4);
        assertThat(months).allSatisfy(month -> assertThat(month.weeks()).allMatch(week -> week.size() == 7));
        assertThat(numbers(months.get(1).weeks().get(4))).as("four weeks and an empty end").containsExactly(23, 24, 25, 26, 27, 28, 0);
    }

    @Test
    void aLeapYearHasItsDay() {
        assertThat(of(2028, LocalDate.EPOCH).get(1).weeks().stream().flatMap(List::stream).filter(day -> day.number() > 0)).hasSize(29);
    }

    @Test
    void specialDaysAndTodayAreMarked() {
        LocalDate day = LocalDate.of(2026, 12, 24);
        List<Months.Day> week = of(2026, day, new Block.SpecialDay(day, "off", Text.plain("年会"), true)).get(11).weeks().get(3);

        assertThat(week.get(3)).isEqualTo(new Months.Day(24, "off", Text.plain("年会"), true, true));
        assertThat(week.get(2)).isEqualTo(new Months.Day(23, "", Text.plain(""), false, false));
    }
}
