package dev.kontor.console.draw;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the bars of a schedule are drawn: a lane each for what is busy, and rows in it for what overlaps. */
public final class Spans {

    /** Of the whole drawing, in the units of its view box; the lanes' names stand left of {@link #LEFT}. */
    public static final int WIDTH = 1000;

    public static final int LEFT = 190;
    private static final int TOP = 26;
    private static final int ROW = 24;
    private static final int THICK = 18;
    private static final int MOST_MARKS = 12;

    private Spans() {}

    /** @param today left edge of the line; negative when it lies outside */
    public record Drawing(int height, List<Mark> marks, List<Lane> lanes, int today) {}

    /** A day on the scale. */
    public record Mark(int x, LocalDate day) {}

    public record Lane(Text name, int y, int height, List<Beam> beams) {}

    public record Beam(int x, int y, int width, int height, Block.Bar bar) {}

    public static Drawing of(Block.Schedule schedule) {
        LocalDate first = schedule.bars().stream().map(Block.Bar::first).min(LocalDate::compareTo).orElse(schedule.today());
        LocalDate last = schedule.bars().stream().map(Block.Bar::last).max(LocalDate::compareTo).orElse(schedule.today());
        Scale scale = new Scale(first, ChronoUnit.DAYS.between(first, last) + 1);
        Map<Text, List<Block.Bar>> lanes = new LinkedHashMap<>();
        schedule.bars().forEach(bar -> lanes.computeIfAbsent(bar.lane(), lane -> new ArrayList<>()).add(bar));
        List<Lane> drawn = new ArrayList<>();
        int y = TOP;
        for (Map.Entry<Text, List<Block.Bar>> lane : lanes.entrySet()) {
            Lane next = lane(lane.getKey(), lane.getValue(), y, scale);
            drawn.add(next);
            y += next.height();
        }
        boolean inside = !schedule.today().isBefore(first) && !schedule.today().isAfter(last);
        return new Drawing(y + 4, scale.marks(), drawn, inside ? scale.x(schedule.today()) : -1);
    }

    /** The same as a list: for those who do not see the drawing, and on a phone. */
    public static Block.Table list(Block.Schedule schedule) {
        return new Block.Table(
                schedule.heading(),
                Stream.of("lane", "what", "first", "last").map(key -> Block.Column.of(Text.of("console.schedule." + key))).toList(),
                schedule.bars().stream()
                        .map(bar -> List.of(
                                Cell.words(bar.lane()),
                                bar.href().isEmpty() ? Cell.words(bar.name()) : Cell.link(bar.name(), bar.href()),
                                new Cell.Day(bar.first()),
                                new Cell.Day(bar.last())))
                        .toList(),
                "",
                Text.of("console.schedule.none"));
    }

    private static Lane lane(Text name, List<Block.Bar> bars, int y, Scale scale) {
        List<LocalDate> ends = new ArrayList<>();
        List<Beam> beams = new ArrayList<>();
        for (Block.Bar bar : bars.stream().sorted((one, other) -> one.first().compareTo(other.first())).toList()) {
            int row = free(ends, bar.first());
            ends.set(row, bar.last());
            int x = scale.x(bar.first());
            beams.add(new Beam(x, y + row * ROW + (ROW - THICK) / 2, Math.max(3, scale.x(bar.last().plusDays(1)) - x), THICK, bar));
        }
        return new Lane(name, y, Math.max(1, ends.size()) * ROW + 4, beams);
    }

    /** The first row whose last bar has ended before. */
    private static int free(List<LocalDate> ends, LocalDate first) {
        for (int row = 0; row < ends.size(); row++) {
            if (ends.get(row).isBefore(first)) {
                return row;
            }
        }
        ends.add(first);
        return ends.size() - 1;
    }

    private record Scale(LocalDate first, long days) {

        int x(LocalDate day) {
            return LEFT + (int) (ChronoUnit.DAYS.between(first, day) * (WIDTH - LEFT) / days);
        }

        List<Mark> marks() {
            long step = Math.max(1, (days + MOST_MARKS - 1) / MOST_MARKS);
            return Stream.iterate(first, day -> day.plusDays(step))
                    .limit((days + step - 1) / step)
                    .map(day -> new Mark(x(day), day))
                    .toList();
        }
    }
}
