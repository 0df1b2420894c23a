package dev.kontor.console.pages;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Option;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Lists;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionFilter.Kind;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Decisions.Line;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Address;
import dev.kontor.console.list.Asked;
import dev.kontor.console.list.Chips;
import dev.kontor.console.list.ListColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The decisions over all orders, narrowed by the address. */
final class DecisionLines {

    private static final int ROWS = 50;
    private static final List<String> NAMES = List.of("order", "set", "rule", "version", "kind", "from", "until");
    private static final Text NOTHING = Text.plain("");

    private final Decisions decisions;
    private final RuleNames names;
    private final Lists lists;
    private final Query query;
    private final String language;
    private final Address address;

    DecisionLines(Decisions decisions, RuleNames names, Lists lists, Query query) {
        this.decisions = decisions;
        this.names = names;
        this.lists = lists;
        this.query = query;
        this.language = query.reader().language();
        this.address = Address.of("decisions", query, NAMES);
    }

    View show() {
        Chips chips = new Chips(address, fields());
        Decisions.Part part = decisions.list(filter(), query.parameter("after"), query.rows(ROWS), query.reader());
        List<ListColumn<Line>> all = columns();
        List<ListColumn<Line>> shown = ListColumn.shown(all, lists.columns(query.reader(), "decisions"));
        Block listing = new Block.Listing(
                Words.of("decisions.caption"),
                shown.stream().map(each -> each.heading(address, "", false, false)).toList(),
                List.of(new Block.Group(NOTHING, part.decisions().stream().map(line -> row(line, shown)).toList())),
                address.after(part.next()),
                Words.of(chips.narrows() ? "decisions.not-found" : "decisions.empty"),
                Optional.empty(),
                Optional.of(ListColumn.choice("decisions", all, shown)));
        List<Block> blocks = new ArrayList<>(List.of(chips.filter(lists, query.reader(), NOTHING), listing));
        if (!part.whole()) {
            blocks.add(1, new Block.Note(Cell.Tone.INFO, Words.of("decisions.not-whole")));
        }
        View view = View.of(Words.of("decisions"), blocks.toArray(Block[]::new));
        return query.reader().holdsAny(Set.of(Role.AUDITOR, Role.RULE_ADMINISTRATOR))
                ? view.withAction(new Cell.Link(Words.of("proofs"), "decisions/proofs", "shield-check"))
                : view;
    }

    private DecisionFilter filter() {
        return DecisionFilter.ALL
                .about(Asked.value(address, "order", OrderNumber::new))
                .by(address.value("set"), address.value("version"), address.value("rule"))
                .concluding(Asked.one(address, "kind", Kind.class))
                .taken(Asked.day(address, "from"), Asked.day(address, "until"));
    }

    private List<Field> fields() {
        List<Decisions.Rule> rules = decisions.rules();
        return List.of(
                Field.text("order", Words.of("order")),
                Field.choice("set", Words.of("rule-set"), sets(rules)),
                Field.choice("rule", Words.of("rule"), rules(rules)),
                Field.text("version", Words.of("decisions.version")),
                Field.choice("kind", Words.of("conclusion"), Stream.of(Kind.values())
                        .map(kind -> new Option(Asked.written(kind), words(kind)))
                        .toList()),
                Field.date("from", Words.of("decisions.from")),
                Field.date("until", Words.of("decisions.until")));
    }

    private static Text words(Kind kind) {
        return switch (kind) {
            case CHECK_PASSED -> Words.of("check.passed");
            case CHECK_FAILED -> Words.of("check.failed");
            case REQUIRE, HOLD, REMIND, VIOLATION, PENALTY -> Words.of("conclusion." + Asked.written(kind));
        };
    }

    private List<Option> sets(List<Decisions.Rule> rules) {
        Map<String, SetVersion> latest = new LinkedHashMap<>();
        rules.forEach(rule -> latest.merge(rule.set().set(), rule.set(), (one, other) -> one.number() < other.number() ? other : one));
        return latest.values().stream().map(set -> new Option(set.set(), Text.plain(names.title(set, language)))).toList();
    }

    /** Of the set that was chosen; of all sets with the set's title, where rules may have one name. */
    private List<Option> rules(List<Decisions.Rule> rules) {
        String set = address.value("set");
        return rules.stream()
                .filter(rule -> set.isEmpty() || rule.set().set().equals(set))
                .map(rule -> new Option(rule.name(), Words.of("decisions.rule-of",
                        names.title(rule.set(), language), names.of(rule.set(), rule.name(), language))))
                .toList();
    }

    private Block.Row row(Line line, List<ListColumn<Line>> shown) {
        return new Block.Row("", Words.point(line.point()), ListColumn.cells(shown, line));
    }

    private List<ListColumn<Line>> columns() {
        return List.of(
                column("decision", true, line -> Cell.link(Words.point(line.point()), "decisions/" + line.id())),
                column("when", true, line -> new Cell.Moment(line.at())),
                column("order", true, line -> line.order().isEmpty() ? Cell.plain("–") : Words.link(line.order(), "orders/" + line.order())),
                column("conclusions", true, this::conclusions),
                column("versions", false, line -> new Cell.Many(line.sets().stream()
                        .map(set -> Cell.plain("%s #%d %s".formatted(names.title(set, language), set.number(), set.shortDigest())))
                        .toList())),
                column("by", true, line -> Cell.words(Words.person(line.by()))));
    }

    private static ListColumn<Line> column(String name, boolean usual, Function<Line, Cell> cell) {
        return new ListColumn<>(name, Words.column(name), "", usual, cell);
    }

    /** Checks that are in order are counted: of most decisions they are most of what was concluded. */
    private Cell conclusions(Line line) {
        List<Cell> cells = new ArrayList<>();
        line.conclusions().stream().filter(told -> !passed(told)).forEach(told -> {
            cells.add(DecisionsTab.kind(told.conclusion()));
            cells.add(Cell.plain(new ReasonWords(told.reasonEn(), told.reasonZh()).in(language)));
        });
        long passed = line.conclusions().stream().filter(DecisionLines::passed).count();
        if (passed > 0) {
            cells.add(new Cell.Badge(Cell.Tone.GOOD, Words.of("decisions.passed", passed)));
        }
        return cells.isEmpty() ? Cell.plain("–") : new Cell.Many(cells);
    }

    private static boolean passed(Told told) {
        return told.conclusion() instanceof Conclusion.Check check && check.passed();
    }
}
