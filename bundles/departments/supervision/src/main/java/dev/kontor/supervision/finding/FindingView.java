package dev.kontor.supervision.finding;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Findings with what became of them, and what the reader can do about each. */
public final class FindingView {

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
                Cell.words(Text.of("supervision.matter-reason", Text.of("supervision.matter." + each.matter()), each.reason())),
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
        return each.state() == Finding.State.OPEN && reader.holds(Role.SUPERVISOR)
                ? new Cell.Many(List.of(badge, Cell.link(Text.of("supervision.demand"), "do/supervision/demand?subject=" + each.id())))
                : badge;
    }
}
