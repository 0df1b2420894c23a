package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory.ParameterLine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One parameter: what is in force, every value it had or will have with who brought it, and the form to change it. */
final class ParameterView {

    private final List<ParameterLine> lines;
    private final RuleSets.Version active;
    private final RuleNames names;
    private final LocalDate today;
    private final Person reader;
    private final Optional<Parameter> now;

    /** @param lines of this parameter, latest day first; at least one */
    ParameterView(List<ParameterLine> lines, RuleSets.Version active, RuleNames names, LocalDate today, Person reader) {
        this.lines = List.copyOf(lines);
        this.active = active;
        this.names = names;
        this.today = today;
        this.reader = reader;
        this.now = inForce(lines.stream().filter(line -> line.until().isEmpty()).map(ParameterLine::parameter).toList(), today);
    }

    static Optional<Parameter> inForce(List<Parameter> lines, LocalDate today) {
        return lines.stream().filter(line -> !line.from().isAfter(today)).max(Comparator.comparing(Parameter::from));
    }

    /** @param written whether it stands in {@code parameters.csv}, and not in a decision table */
    View show(boolean written) {
        Parameter any = lines.get(0).parameter();
        String title = names.parameter(active.version(), any.name(), reader.language());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Words.of("parameters.now"), List.of(
                new Block.Fact(Words.of("value"), now.<Cell>map(line -> new Cell.Number(line.value())).orElse(Cell.words(Words.of("parameters.not-yet")))),
                new Block.Fact(Words.of("unit"), Cell.words(Words.unit(any.unit()))),
                new Block.Fact(Words.of("from"), now.<Cell>map(line -> new Cell.Day(line.from())).orElse(Cell.plain("–"))),
                new Block.Fact(Words.of("clause"), Cell.plain(now.orElse(any).clause().value())),
                new Block.Fact(Words.of("name"), Cell.plain(any.name())),
                new Block.Fact(Words.of("rule-set"), Words.link(names.title(active.version(), reader.language()), "rules/" + any.set())))));
        blocks.add(history());
        boolean stands = lines.stream().anyMatch(line -> line.until().isEmpty());
        if (stands && !written) {
            blocks.add(new Block.Note(Cell.Tone.INFO, Words.of("parameters.in-table")));
        } else if (stands && reader.holds(Role.RULE_ADMINISTRATOR)) {
            blocks.add(Block.Ask.company("rules/parameters", any.set() + "@" + any.name()));
        }
        return View.of(Text.plain(title), blocks.toArray(Block[]::new))
                .withAbove(Text.plain(any.set()))
                .withAction(new Cell.Link(Words.of("parameters-of-rules"), "parameters", "adjustments"))
                .refreshedBy("rules.activated");
    }

    private Block history() {
        return new Block.Table(
                Words.of("parameters.history"),
                List.of(
                        Words.column("from"), Words.number("value"), Words.column("clause"), Words.column("state"),
                        Words.column("version"), Words.column("parameters.activated"), Words.column("by"), Words.column("parameters.approved-by"),
                        Words.column("reason")),
                lines.stream().map(this::row).toList(),
                "",
                Words.of("none"));
    }

    private List<Cell> row(ParameterLine line) {
        return List.of(
                new Cell.Day(line.parameter().from()),
                new Cell.Number(line.parameter().value()),
                Cell.plain(line.parameter().clause().value()),
                state(line),
                Words.link("#%d".formatted(line.version().number()), "rules/%s?version=%s".formatted(line.version().set(), line.version().digest())),
                new Cell.Moment(line.at()),
                Cell.words(Words.person(line.by())),
                Cell.words(Words.person(line.approvedBy())),
                Cell.plain(line.reason().isEmpty() ? "–" : line.reason()));
    }

    private Cell state(ParameterLine line) {
        return line.until()
                .<Cell>map(version -> new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("parameters.taken-back", version.number())))
                .orElseGet(() -> standing(line.parameter()));
    }

    private Cell standing(Parameter parameter) {
        if (parameter.from().isAfter(today)) {
            return new Cell.Badge(Cell.Tone.INFO, Words.of("parameters.is-to-come"));
        }
        return now.filter(parameter::equals).isPresent()
                ? new Cell.Badge(Cell.Tone.GOOD, Words.of("parameters.in-force"))
                : new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("parameters.earlier"));
    }
}
