package dev.kontor.aftersales.visit;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Visits as rows, wherever they are shown. */
public final class VisitTable {

    private VisitTable() {}

    /** @param next address of the following part; empty on the last */
    public static Block of(List<Visit> visits, LocalDate today, String next) {
        return new Block.Table(
                Text.of("aftersales.visits"),
                Stream.of("visit", "customer", "planned-on", "due-on", "state", "equipment", "service", "words")
                        .map(name -> name.equals("equipment") || name.equals("service")
                                ? Block.Column.number(Text.of("aftersales." + name))
                                : Block.Column.of(Text.of("aftersales." + name)))
                        .toList(),
                visits.stream().map(each -> row(each, today)).toList(),
                next,
                Text.of("aftersales.no-visits"));
    }

    private static List<Cell> row(Visit each, LocalDate today) {
        return List.of(
                Cell.link(Text.plain(each.id()), "orders/" + each.order()),
                Cell.link(Text.plain(each.customerName()), "customers/" + each.customer()),
                new Cell.Day(each.plannedOn()),
                each.dueOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                state(each, today),
                score(each, each.equipment()),
                score(each, each.service()),
                Cell.plain(each.words()));
    }

    private static Cell score(Visit each, int score) {
        return each.isHeld() ? new Cell.Number(BigDecimal.valueOf(score)) : Cell.plain("");
    }

    private static Cell state(Visit each, LocalDate today) {
        if (each.isOver()) {
            Cell how = each.isHeld()
                    ? new Cell.Badge(Tone.GOOD, Text.of("aftersales.way." + each.way()))
                    : new Cell.Badge(Tone.NEUTRAL, Text.of("aftersales.outcome." + each.outcome()));
            return new Cell.Many(List.of(how, new Cell.Day(each.heldOn().orElseThrow())));
        }
        if (each.isLate(today)) {
            return new Cell.Badge(Tone.BAD, Text.of("aftersales.visit-missed"));
        }
        return each.dueOn().isPresent()
                ? new Cell.Badge(Tone.WARNING, Text.of("aftersales.visit-due"))
                : new Cell.Badge(Tone.NEUTRAL, Text.of("aftersales.visit-planned"));
    }
}
