package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Changed;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.Replays.Total;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A version tried on decisions of the past: how far it is, which would change and how, and the money behind them. */
@Component(service = Page.class)
public final class ReplayPage implements Page {

    private static final int LINES = 50;
    private static final int MOST_LINES = 200;

    private final Replays replays;
    private final RuleNames names;

    @Activate
    public ReplayPage(@Reference Replays replays, @Reference RuleNames names) {
        this.replays = replays;
        this.names = names;
    }

    @Override
    public String path() {
        return "replays";
    }

    @Override
    public Text title() {
        return Words.of("replay");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR, Role.AUDITOR, Role.LEADERSHIP);
    }

    @Override
    public View show(Query query) {
        String id = query.tail().isEmpty() ? "" : query.tail().get(0);
        Replay replay = replays.replay(id, query.reader())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.replay.none")));
        List<Block> blocks = new ArrayList<>(List.of(facts(replay), totals(replay, Words.of("replay.by-rule"), "rule",
                replays.byRule(id, query.reader()), rule -> names.of(replay.version(), rule, query.reader().language()))));
        if (replay.scope().cases().isEmpty()) {
            blocks.add(totals(replay, Words.of("replay.by-customer"), "customer", replays.byCustomer(id, query.reader()), customer -> customer));
        }
        blocks.add(changes(replay, query));
        View view = View.of(title(replay, query), blocks.toArray(Block[]::new))
                .withAbove(above(replay))
                .withAction(back(replay))
                .refreshedBy("rules.replayed", "rules.replay-turned");
        return query.reader().holds(Role.RULE_ADMINISTRATOR) ? turn(view, replay) : view;
    }

    private Text title(Replay replay, Query query) {
        String set = replay.version().set().isEmpty() ? "" : names.title(replay.version(), query.reader().language());
        if (replay.scope().proof()) {
            return Words.of("decisions.rule-of", Words.of("proof.of"), set.isEmpty() ? Words.of("proof.all-sets") : Text.plain(set));
        }
        return Words.of(replay.scope().shadow() ? "replay.shadow-of" : "replay.of", set, replay.version().shortDigest());
    }

    private static Text above(Replay replay) {
        return replay.scope().cases()
                .map(file -> Words.of("replay.cases-of", file))
                .orElse(Words.of("replay.period", replay.scope().from(), replay.scope().to()));
    }

    /** The words of a proof, of cases, or of decisions that are tried. */
    private static String of(Replay replay, String proof, String cases, String decisions) {
        return replay.scope().proof() ? proof : replay.scope().cases().isPresent() ? cases : decisions;
    }

    private static Cell.Link back(Replay replay) {
        return replay.scope().proof()
                ? new Cell.Link(Words.of("decisions"), "decisions", "list-details")
                : new Cell.Link(Words.of("replay.set"), "rules/" + replay.version().set(), "scale");
    }

    private static View turn(View view, Replay replay) {
        return switch (replay.state()) {
            case RUNNING -> view
                    .withAction(new Cell.Link(Words.of("replay.look"), "replays/" + replay.id(), "refresh"))
                    .withAction(new Cell.Link(Words.of("replay.pause"), "do/rules/pause-replay?subject=" + replay.id(), "player-pause"));
            case PAUSED -> view
                    .withAction(new Cell.Link(Words.of("replay.resume"), "do/rules/resume-replay?subject=" + replay.id(), "player-play"));
            case DONE -> view;
        };
    }

    static Cell count(int number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    static Cell state(Replay replay) {
        return new Cell.Badge(
                replay.state() == State.DONE ? Cell.Tone.GOOD : Cell.Tone.INFO,
                Words.of("replay.is-" + replay.state().name().toLowerCase(Locale.ROOT)));
    }

    private static Block facts(Replay replay) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                new Block.Fact(Words.of("state"), state(replay)),
                new Block.Fact(Words.of(of(replay, "proofs", "replay.cases", "replay.tried")), Cell.words(Words.of("replay.of-total", replay.done(), replay.total()))),
                new Block.Fact(Words.of(replay.scope().proof() ? "proof.differ" : "replay.would-change"), count(replay.changed())),
                new Block.Fact(Words.of(replay.scope().proof() ? "proof.failed" : "replay.failed"), count(replay.failed())),
                new Block.Fact(Words.of("by"), Cell.words(Words.person(replay.by()))),
                new Block.Fact(Words.of("since"), new Cell.Moment(replay.begun()))));
        replay.left().map(Duration::toMinutes).ifPresent(minutes -> facts.add(
                new Block.Fact(Words.of("replay.left"), Cell.words(Words.of("replay.minutes", minutes)))));
        replay.scope().customer().ifPresent(customer -> facts.add(new Block.Fact(Words.of("customer"), Cell.plain(customer.value()))));
        replay.scope().department().ifPresent(department -> facts.add(new Block.Fact(Words.of("replay.department"), Cell.plain(department))));
        replay.scope().parameters().ifPresent(day -> facts.add(new Block.Fact(Words.of("replay.parameters"), new Cell.Day(day))));
        if (!replay.digest().isEmpty()) {
            facts.add(new Block.Fact(Words.of("replay.digest"), Cell.plain(replay.digest().substring(0, 12))));
        }
        return new Block.Facts(Words.of("replay.now"), facts);
    }

    private static Block totals(Replay replay, Text caption, String what, List<Total> totals, UnaryOperator<String> name) {
        return new Block.Table(
                caption,
                List.of(Words.column(what), Words.number(of(replay, "replay.orders", "replay.cases", "replay.orders")),
                        Words.number("replay.decisions"), Words.number("replay.money")),
                totals.stream()
                        .map(total -> List.<Cell>of(
                                Cell.plain(name.apply(total.name())), count(total.orders()),
                                count(total.decisions()), new Cell.Amount(total.money())))
                        .toList(),
                "",
                Words.of(of(replay, "proof.none", "replay.no-case", "replay.nothing")));
    }

    private Block changes(Replay replay, Query query) {
        Sort sort = query.parameter("sort").equals("money") ? Sort.MONEY : Sort.TIME;
        int from = number(query.parameter("from"), 0);
        int lines = Math.min(MOST_LINES, Math.max(1, number(query.parameter("rows"), LINES)));
        List<Changed> changed = replays.changed(replay.id(), sort, from, lines, query.reader());
        String here = "replays/" + replay.id() + "?sort=";
        List<Block.Heading> headings = new ArrayList<>(List.of(
                new Block.Heading(Words.column("when"), here + "time", sort == Sort.TIME ? Block.Sorted.RISING : Block.Sorted.NO),
                plain(Words.column(of(replay, "order", "replay.case", "order"))), plain(Words.column("customer")),
                new Block.Heading(Words.number("total"), here + "money", sort == Sort.MONEY ? Block.Sorted.FALLING : Block.Sorted.NO),
                plain(Words.column(of(replay, "replay.before", "replay.active", "replay.before"))),
                plain(Words.column(replay.scope().proof() ? "proof.now" : "replay.after"))));
        if (seesOrders(query) && replay.scope().cases().isEmpty()) {
            headings.add(plain(Words.column("why-rule")));
        }
        return new Block.Listing(
                Words.of(of(replay, "proof.differences", "replay.cases-changed", "replay.changes")),
                headings,
                List.of(new Block.Group(Text.plain(""), changed.stream().map(each -> row(each, replay.scope().proof(), query)).toList())),
                changed.size() < lines ? "" : here + sort.name().toLowerCase(Locale.ROOT) + "&from=" + (from + lines),
                Words.of(replay.state() != State.DONE ? "replay.nothing-yet" : of(replay, "proof.same", "replay.no-case", "replay.nothing")),
                Optional.empty(),
                Optional.empty());
    }

    private static Block.Heading plain(Block.Column column) {
        return new Block.Heading(column, "", Block.Sorted.NO);
    }

    /** Administrators see no order: for them its number leads nowhere. */
    private static boolean seesOrders(Query query) {
        return query.reader().holds(Role.AUDITOR) || query.reader().holds(Role.LEADERSHIP);
    }

    private Block.Row row(Changed changed, boolean proof, Query query) {
        List<Cell> cells = new ArrayList<>(List.of(
                new Cell.Moment(changed.at()), what(changed, query), Cell.plain(changed.customer()),
                changed.money().<Cell>map(Cell.Amount::new).orElse(Cell.plain("–")),
                told(changed.before(), query), after(changed, proof, query)));
        if (seesOrders(query) && !changed.decision().isEmpty()) {
            cells.add(Cell.link(Words.of("why-rule"), "decisions/" + changed.decision()));
        }
        return new Block.Row("", Text.plain(changed.order()), cells);
    }

    private static Cell what(Changed changed, Query query) {
        if (seesOrders(query) && !changed.order().isEmpty()) {
            return Words.link(changed.order(), "orders/" + changed.order());
        }
        String name = changed.named() + changed.order();
        return Cell.plain(name.isEmpty() ? "–" : name);
    }

    private Cell after(Changed changed, boolean proof, Query query) {
        if (changed.failure().equals(Text.plain(""))) {
            return told(changed.after(), query);
        }
        Cell why = Cell.words(changed.failure());
        return proof
                ? new Cell.Many(List.of(told(changed.after(), query), why))
                : new Cell.Many(List.of(new Cell.Badge(Cell.Tone.BAD, Words.of("replay.cannot")), why));
    }

    private Cell told(List<Told> told, Query query) {
        String language = query.reader().language();
        return told.isEmpty()
                ? Cell.plain("–")
                : new Cell.Many(told.stream()
                        .map(each -> (Cell) new Cell.Many(List.of(
                                DecisionsTab.kind(each.conclusion()),
                                Cell.plain(new ReasonWords(each.reasonEn(), each.reasonZh()).in(language)),
                                Cell.words(Words.of("replay.rule", names.of(each.set(), each.rule(), language), each.conclusion().clause().value())))))
                        .toList());
    }

    private static int number(String words, int otherwise) {
        return words.matches("[0-9]{1,7}") ? Integer.parseInt(words) : otherwise;
    }
}
