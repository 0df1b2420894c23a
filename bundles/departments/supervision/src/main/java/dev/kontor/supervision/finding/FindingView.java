package dev.kontor.supervision.finding;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Findings with what became of them, and what the reader can do about each. */
public final class FindingView {

    /** What {@code supervision/propose} is asked about: {@code finding:<id>}, or {@code error:<order>:<line of its journal>}. */
    private static final String PROPOSE = "do/supervision/propose?subject=";

    private FindingView() {}

    public static Block.Table table(Text caption, List<Finding> findings, Person reader, Text none) {
        return new Block.Table(
                caption,
                Stream.of("finding-code", "order", "reason", "clause", "opinion", "owner", "due-on", "evidence", "state")
                        .map(key -> Block.Column.of(Text.of("supervision.column." + key)))
                        .toList(),
                findings.stream().map(each -> row(each, reader)).toList(),
                "",
                none);
    }

    private static List<Cell> row(Finding each, Person reader) {
        return List.of(
                Cell.plain(each.code()),
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order() + "?tab=supervision-findings"),
                Cell.words(Text.of("supervision.matter-reason", Text.of("supervision.field." + each.matter()), each.reason())),
                Cell.plain(each.clause()),
                Cell.plain(each.opinion()),
                each.owner().isEmpty() ? Cell.plain("–") : Cell.words(Text.of("role." + each.owner())),
                each.dueOn().isEmpty() ? Cell.plain("–") : new Cell.Day(LocalDate.parse(each.dueOn())),
                Cell.plain(each.evidence()),
                state(each, reader));
    }

    private static Cell state(Finding each, Person reader) {
        Tone tone = switch (each.state()) {
            case OPEN -> Tone.WARNING;
            case DEMANDED, CARRIED_OUT -> Tone.INFO;
            case NOTED -> Tone.NEUTRAL;
            case VERIFIED -> Tone.GOOD;
        };
        String name = each.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Cell badge = new Cell.Badge(tone, Text.of("supervision.finding." + name));
        List<Cell> cells = new ArrayList<>(List.of(badge));
        if (each.state() == Finding.State.VERIFIED) {
            cells.add(Cell.person(each.verifiedBy()));
        }
        if (!each.remarks().isEmpty()) {
            cells.add(Cell.plain(each.remarks()));
        }
        if (each.state() == Finding.State.OPEN && reader.holds(Role.SUPERVISOR)) {
            cells.add(Cell.link(Text.of("supervision.demand"), "do/supervision/demand?subject=" + each.id()));
        }
        if (reader.holds(Role.SUPERVISOR)) {
            cells.add(Cell.link(Text.of("supervision.propose"), PROPOSE + "finding:" + each.id()));
        }
        return new Cell.Many(cells);
    }

    /** Entry errors of an order, for who can propose what follows from one. */
    static Block.Table errors(OrderNumber order, List<Entry> errors) {
        return new Block.Table(
                Text.of("supervision.entry-errors"),
                Stream.of("at", "by", "reason", "step").map(key -> Block.Column.of(Text.of("supervision.column." + key))).toList(),
                errors.stream()
                        .map(line -> List.of(
                                new Cell.Moment(line.at()),
                                Cell.person(line.by().value()),
                                Cell.words(line.what()),
                                Cell.link(Text.of("supervision.propose"), PROPOSE + "error:" + order + ":" + line.sequence())))
                        .toList(),
                "",
                Text.plain(""));
    }
}
