package dev.kontor.aftersales.improvement;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Improvements as rows, wherever they are shown. */
public final class ImprovementTable {

    private ImprovementTable() {}

    /** @param next address of the following part; empty on the last */
    public static Block of(List<Improvement> improvements, LocalDate today, String next) {
        return new Block.Table(
                Text.of("aftersales.improvements"),
                Stream.of("improvement", "order", "what", "owner", "due-on", "state")
                        .map(name -> Block.Column.of(Text.of("aftersales." + name)))
                        .toList(),
                improvements.stream().map(each -> row(each, today)).toList(),
                next,
                Text.of("aftersales.no-improvements"));
    }

    private static List<Cell> row(Improvement each, LocalDate today) {
        return List.of(
                Cell.plain(each.subject()),
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order()),
                new Cell.Many(List.of(Cell.words(Text.of("aftersales.origin." + each.origin())), Cell.plain(each.what()))),
                Cell.words(Text.of("role." + each.owner())),
                new Cell.Day(each.dueOn()),
                state(each, today));
    }

    private static Cell state(Improvement each, LocalDate today) {
        List<Cell> cells = new ArrayList<>();
        if (!each.isOpen()) {
            cells.add(new Cell.Badge(Tone.GOOD, Text.of("aftersales.state-verified")));
            cells.add(Cell.person(each.verifiedBy()));
        } else if (each.isDone()) {
            cells.add(new Cell.Badge(Tone.INFO, Text.of("aftersales.state-done")));
            cells.add(Cell.person(each.doneBy()));
        } else {
            cells.add(each.isLate(today)
                    ? new Cell.Badge(Tone.BAD, Text.of("aftersales.state.late"))
                    : new Cell.Badge(Tone.WARNING, Text.of("aftersales.state-open")));
        }
        if (!each.done().isEmpty()) {
            cells.add(Cell.plain(each.done()));
        }
        return new Cell.Many(cells);
    }
}
