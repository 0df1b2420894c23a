package dev.kontor.finance.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An instalment in cells, wherever it is shown. */
final class DueCells {

    private DueCells() {}

    static Cell kind(Due due) {
        return Cell.words(Text.of("finance.schedule.kind-of", due.position(), Text.of("console.instalment." + due.kind())));
    }

    /** The day, or what it waits for; the contract's own day too where another was agreed. */
    static Cell day(Due due) {
        List<Cell> cells = new ArrayList<>();
        due.dueOn().ifPresent(day -> cells.add(new Cell.Day(day)));
        due.waitingFor().forEach(event ->
                cells.add(Cell.words(Text.of("finance.schedule.waits-for", Text.of("console.event." + event)))));
        due.contractDueOn()
                .filter(day -> !due.dueOn().equals(due.contractDueOn()))
                .ifPresent(day -> cells.add(Cell.words(Text.of("finance.schedule.contract-day", day))));
        return new Cell.Many(cells);
    }

    /** Paid, late, open or waiting; and what else has to be known. */
    static Cell state(Due due, LocalDate today) {
        List<Cell> cells = new ArrayList<>(List.of(badge(due, today)));
        if (!due.level().isEmpty()) {
            cells.add(Cell.words(level(due.level())));
        }
        due.promised().ifPresent(day -> cells.add(day.isBefore(today)
                ? new Cell.Badge(Tone.BAD, Text.of("finance.dunning.promised-not-kept", day))
                : Cell.words(Text.of("finance.dunning.promised", day))));
        if (due.disputed() && !due.isPaid()) {
            cells.add(new Cell.Badge(Tone.WARNING, Text.of("finance.schedule.disputed")));
        }
        return new Cell.Many(cells);
    }

    private static Cell badge(Due due, LocalDate today) {
        if (due.isPaid()) {
            return new Cell.Badge(Tone.GOOD, Text.of("finance.schedule.state-paid"));
        }
        if (due.isOverdue(today)) {
            return new Cell.Badge(Tone.BAD, Text.of("finance.schedule.state-late", due.daysLate(today)));
        }
        if (due.dueOn().isEmpty()) {
            return new Cell.Badge(Tone.NEUTRAL, Text.of("finance.schedule.state-waiting"));
        }
        return due.daysLate(today) == 0
                ? new Cell.Badge(Tone.WARNING, Text.of("finance.schedule.state-today"))
                : new Cell.Badge(Tone.INFO, Text.of("finance.schedule.state-open"));
    }

    /** What is to be done on the level. */
    static Text level(String level) {
        return Text.of("finance.dunning.level." + level);
    }

    /** @param names of messages below {@code finance.}; those that begin with {@code #} are of numbers */
    static List<Block.Column> columns(String... names) {
        return Stream.of(names)
                .map(name -> name.startsWith("#")
                        ? Block.Column.number(Text.of("finance." + name.substring(1)))
                        : Block.Column.of(Text.of("finance." + name)))
                .toList();
    }
}
