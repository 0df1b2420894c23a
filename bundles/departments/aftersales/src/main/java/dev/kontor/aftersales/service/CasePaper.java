package dev.kontor.aftersales.service;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A resolved case as a paper: what was needed, answered and done is among the after-sales records that the archive collects. */
final class CasePaper {

    private CasePaper() {}

    /** @param kind of service, in words */
    static Paper of(ServiceCase resolved, Text kind) {
        return new Paper("case-" + resolved.id(), Text.of("aftersales.case"), resolved.id(), List.of(facts(resolved, kind)), List.of());
    }

    private static Block facts(ServiceCase resolved, Text kind) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("customer", Cell.plain(resolved.customerName())),
                fact("order", Cell.plain(resolved.order().value())),
                fact("machine", Cell.plain(resolved.serial())),
                fact("kind", Cell.words(kind)),
                fact("warranty", Cell.words(Text.of(resolved.inWarranty() ? "aftersales.in-warranty" : "aftersales.out-of-warranty"))),
                fact("asked-by", Cell.plain(resolved.askedBy())),
                fact("asked-on", new Cell.Day(resolved.askedOn())),
                fact("need", Cell.plain(resolved.need()))));
        resolved.answer().ifPresent(answer -> {
            facts.add(fact("responded-on", new Cell.Day(answer.on())));
            facts.add(fact("response", Cell.plain(answer.words())));
        });
        resolved.service().ifPresent(service -> facts.addAll(List.of(
                fact("resolved-on", new Cell.Day(service.on())),
                fact("work", Cell.plain(service.words())),
                fact("parts", Cell.plain(resolved.parts())),
                fact("result", Cell.words(Text.of("aftersales.result." + resolved.result()))),
                fact("confirmed-by", Cell.plain(resolved.confirmedBy())),
                fact("by", Cell.person(service.by())))));
        return new Block.Facts(Text.plain(""), facts);
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("aftersales." + name), value);
    }
}
