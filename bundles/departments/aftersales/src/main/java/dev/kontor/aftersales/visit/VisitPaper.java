package dev.kontor.aftersales.visit;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import java.util.List;

/** A visit as a paper: one of the after-sales records that the archive collects. */
final class VisitPaper {

    private VisitPaper() {}

    static Paper of(Visit visit) {
        return new Paper("visit-" + visit.id(), Text.of("aftersales.visit"), visit.id(), List.of(facts(visit)), List.of());
    }

    private static Block facts(Visit visit) {
        return new Block.Facts(Text.plain(""), List.of(
                fact("customer", Cell.plain(visit.customerName())),
                fact("order", Cell.plain(visit.order().value())),
                fact("planned-on", new Cell.Day(visit.plannedOn())),
                fact("held-on", new Cell.Day(visit.heldOn().orElseThrow())),
                fact("way", Cell.words(Text.of("aftersales.way." + visit.way()))),
                fact("spoke-with", Cell.plain(visit.spokeWith())),
                fact("equipment", Cell.words(Text.of("aftersales.score." + visit.equipment()))),
                fact("service", Cell.words(Text.of("aftersales.score." + visit.service()))),
                fact("words", Cell.plain(visit.words())),
                fact("by", Cell.person(visit.heldBy()))));
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("aftersales." + name), value);
    }
}
