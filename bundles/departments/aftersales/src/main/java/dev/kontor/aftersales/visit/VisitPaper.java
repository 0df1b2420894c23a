package dev.kontor.aftersales.visit;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A visit as a paper: one of the after-sales records that the archive collects. */
final class VisitPaper {

    private VisitPaper() {}

    static Paper of(Visit visit) {
        return new Paper("visit-" + visit.id(), Text.of("aftersales.visit"), visit.id(), List.of(facts(visit)), List.of());
    }

    private static Block facts(Visit visit) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("customer", Cell.plain(visit.customerName())),
                fact("order", Cell.plain(visit.order().value())),
                fact("planned-on", new Cell.Day(visit.plannedOn())),
                fact("outcome", Cell.words(Text.of("aftersales.outcome." + visit.outcome()))),
                fact("held-on", new Cell.Day(visit.heldOn().orElseThrow()))));
        if (visit.isHeld()) {
            facts.addAll(List.of(
                    fact("way", Cell.words(Text.of("aftersales.way." + visit.way()))),
                    fact("spoke-with", Cell.plain(visit.spokeWith())),
                    fact("equipment", Cell.words(Text.of("aftersales.score." + visit.equipment()))),
                    fact("service", Cell.words(Text.of("aftersales.score." + visit.service())))));
        }
        facts.add(fact("words", Cell.plain(visit.words())));
        facts.add(fact("by", Cell.person(visit.heldBy())));
        return new Block.Facts(Text.plain(""), facts);
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("aftersales." + name), value);
    }
}
