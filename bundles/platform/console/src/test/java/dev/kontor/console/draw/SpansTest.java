package dev.kontor.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A schedule and a chart are drawn to scale")
final class SpansTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void aBarIsAsLongAsItsDaysAndTheLastDayCounts() {
        Spans.Drawing drawing = Spans.of(schedule(DAY, bar("lathe", 0, 4), bar("mill", 5, 9)));

        Spans.Beam first = drawing.lanes().get(0).beams().get(0);
        Spans.Beam second = drawing.lanes().get(1).beams().get(0);
        assertThat(first.x()).isEqualTo(Spans.LEFT);
        assertThat(second.x()).isEqualTo(first.x() + first.width());
        assertThat(second.x() + second.width()).isEqualTo(Spans.WIDTH);
    }

    @Test
    void whatOverlapsInALaneStandsInRowsAndWhatFollowsDoesNot() {
        Spans.Lane lane = Spans.of(schedule(DAY, bar("lathe", 0, 4), bar("lathe", 4, 6), bar("lathe", 5, 7))).lanes().get(0);

        List<Integer> rows = lane.beams().stream().map(Spans.Beam::y).toList();
        assertThat(rows.get(1)).isGreaterThan(rows.get(0));
        assertThat(rows.get(2)).isEqualTo(rows.get(0));
    }

    @Test
    void todayIsDrawnOnlyWhereItLiesInside() {
        assertThat(Spans.of(schedule(DAY.plusDays(9), bar("lathe", 0, 9))).today()).isPositive();
        assertThat(Spans.of(schedule(DAY.plusDays(10), bar("lathe", 0, 9))).today()).isNegative();
    }

    @Test
    void aScheduleWithoutBarsAndYearsOfBarsAreDrawn() {
        assertThat(Spans.of(schedule(DAY)).lanes()).isEmpty();
        assertThat(Spans.of(schedule(DAY, bar("lathe", 0, 4000))).marks()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aBeamIsAsLongAsItsShareOfTheLongest() {
        Block.Chart chart = new Block.Chart(Text.plain(""), Text.plain(""), List.of(beam(100), beam(50), beam(0)));

        assertThat(Shares.of(chart)).extracting(Shares.Share::length).containsExactly(1000, 500, 0);
        assertThat(Shares.of(new Block.Chart(Text.plain(""), Text.plain(""), List.of(beam(0))))).extracting(Shares.Share::length).containsExactly(0);
    }

    private static Block.Beam beam(long yuan) {
        return new Block.Beam(Text.plain(""), Money.cny(yuan), Tone.NEUTRAL, "");
    }

    private static Block.Schedule schedule(LocalDate today, Block.Bar... bars) {
        return new Block.Schedule(Text.plain("plan"), List.of(bars), today);
    }

    private static Block.Bar bar(String lane, int first, int last) {
        return new Block.Bar(Text.plain(lane), Text.plain("SO"), DAY.plusDays(first), DAY.plusDays(last), Tone.INFO, "");
    }
}
