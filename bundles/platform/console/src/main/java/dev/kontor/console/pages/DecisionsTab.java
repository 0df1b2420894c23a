package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why: each decision with the rules that fired, of which version, on which facts, under which clause. */
@Component(service = OrderTab.class)
public final class DecisionsTab implements OrderTab {

    private final Decisions decisions;
    private final RuleNames names;

    @Activate
    public DecisionsTab(@Reference Decisions decisions, @Reference RuleNames names) {
        this.decisions = decisions;
        this.names = names;
    }

    @Override
    public String id() {
        return "decisions";
    }

    @Override
    public Text title() {
        return Words.of("decisions");
    }

    @Override
    public int position() {
        return 70;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** The latest word of the rules at each point, each one click from its rule, facts and clause. */
    @Override
    public List<Block> brief(OrderView file) {
        List<List<Cell>> weighty = brief(file, found -> weighs(found.conclusion(), file.openTasks()));
        List<List<Cell>> passed = brief(file, found -> found.conclusion() instanceof Conclusion.Check check && check.passed());
        List<Block> blocks = new ArrayList<>();
        if (!weighty.isEmpty()) {
            blocks.add(brief(Words.of("decisions.brief"), weighty));
        }
        if (!passed.isEmpty()) {
            Text heading = Words.of("decisions.passed", passed.size());
            blocks.add(new Block.Section(heading, List.of(brief(Text.plain(""), passed)), false));
        }
        return blocks;
    }

    /** What was required and is done by now says nothing any more. */
    private static boolean weighs(Conclusion conclusion, List<Task> open) {
        if (conclusion instanceof Conclusion.Require require) {
            return open.stream()
                    .anyMatch(task -> task.kind().equals(require.task()) && task.subject().equals(require.subject()));
        }
        return !(conclusion instanceof Conclusion.Remind) && !(conclusion instanceof Conclusion.Check check && check.passed());
    }

    private static List<List<Cell>> brief(OrderView file, Predicate<Concluded> wanted) {
        return file.decisions().stream()
                .flatMap(decision -> decision.conclusions().stream()
                        .filter(wanted)
                        .map(found -> brief(decision, found, file)))
                .toList();
    }

    private static Block brief(Text caption, List<List<Cell>> rows) {
        return new Block.Table(
                caption,
                List.of(Words.column("conclusion"), Words.column("reason"), Words.column("clause"), Words.column("why-rule")),
                rows,
                "",
                Words.of("conclusions.none"));
    }

    private static List<Cell> brief(Decision decision, Concluded found, OrderView file) {
        return List.of(
                kind(found.conclusion()),
                Cell.plain(file.words(found).in(file.actor().language())),
                Cell.words(Words.of("form.clause", found.conclusion().clause().value())),
                Cell.link(Words.point(decision.point()), "decisions/" + decision.id()));
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        for (DecisionRecord decision : decisions.of(file.number(), file.actor())) {
            blocks.add(new Block.Section(
                    Words.of("decision.heading", Words.point(decision.point()), decision.at()),
                    shown(decision, file.actor().language()),
                    blocks.isEmpty()));
        }
        return blocks.isEmpty() ? List.of(new Block.Note(Cell.Tone.INFO, Words.of("decisions.none"))) : blocks;
    }

    private List<Block> shown(DecisionRecord decision, String language) {
        List<Block> blocks = new ArrayList<>(show(decision, language));
        String page = "decisions/" + decision.id();
        blocks.add(new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Words.of("decision.proof"), new Cell.Link(Words.of("decision.verify"), page, "refresh")),
                new Block.Fact(Words.of("decision.otherwise"), new Cell.Many(List.of(
                        new Cell.Link(Words.of("what-if"), page + "/" + ReconsideredView.WHAT_IF, "help-circle"),
                        new Cell.Link(Words.of("near"), page + "/" + ReconsideredView.NEAR_MISSES, "target")))))));
        return blocks;
    }

    List<Block> show(DecisionRecord decision, String language) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                Words.of("conclusions"),
                List.of(
                        Words.column("conclusion"), Words.column("subject"), Words.column("reason"),
                        Words.column("clause"), Words.column("rule"), Words.column("version")),
                decision.conclusions().stream().map(found -> row(found, language)).toList(),
                "",
                Words.of("conclusions.none")));
        blocks.add(new Block.Facts(Words.of("decision.basis"), List.of(
                new Block.Fact(Words.of("decision.day"), new Cell.Day(decision.day())),
                new Block.Fact(Words.of("by"), Cell.words(Words.person(decision.by()))),
                new Block.Fact(Words.of("calendar"), Cell.plain(decision.calendar())),
                new Block.Fact(Words.of("versions"), new Cell.Many(decision.sets().stream()
                        .flatMap(set -> Stream.concat(
                                Stream.of(Words.link(
                                        "%s #%d %s".formatted(set.set(), set.number(), set.shortDigest()), "rules/" + set.set())),
                                names.activated(set).stream()))
                        .toList())),
                new Block.Fact(Words.of("parameters-read"), new Cell.Many(decision.parameters().stream()
                        .map(read -> Cell.words(Words.of(
                                "parameter-read", name(decision, read, language), read.value(), Words.unit(read.unit()))))
                        .toList())))));
        blocks.add(new Block.Section(Words.of("firings"), List.of(firings(decision, language)), false));
        blocks.add(new Block.Section(
                Words.of("decision.facts"),
                List.of(new Block.Source(Words.of("decision.facts"), Facts.readable(decision.facts()), List.of())),
                false));
        return blocks;
    }

    /** By the words of the version that the parameter was read of. */
    private String name(DecisionRecord decision, Parameter read, String language) {
        return Stream.concat(decision.sets().stream(), decision.owners().stream())
                .filter(set -> set.set().equals(read.set()))
                .findFirst()
                .map(set -> names.parameter(set, read.name(), language))
                .orElse(read.name());
    }

    private Block firings(DecisionRecord decision, String language) {
        return new Block.Table(
                Words.of("firings"),
                List.of(Words.column("rule"), Words.column("place"), Words.column("matched")),
                decision.firings().stream()
                        .map(fired -> List.<Cell>of(
                                Cell.plain(names.of(fired.set(), fired.rule(), language)),
                                Words.link(
                                        "%s:%d".formatted(fired.file(), fired.line()),
                                        "rules/" + fired.set().set() + "?version=" + fired.set().digest()),
                                new Cell.Many(fired.matched().stream().map(Cell::words).toList())))
                        .toList(),
                "",
                Words.of("conclusions.none"));
    }

    private List<Cell> row(DecisionRecord.Told found, String language) {
        Conclusion conclusion = found.conclusion();
        return List.of(
                kind(conclusion),
                Cell.words(Words.subject(conclusion.subject())),
                Cell.plain(new ReasonWords(found.reasonEn(), found.reasonZh()).in(language)),
                Cell.words(Words.of("form.clause", conclusion.clause().value())),
                Cell.plain(names.of(found.set(), found.rule(), language)),
                Cell.plain("%s #%d".formatted(found.set().set(), found.set().number())));
    }

    static Cell kind(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Check check) {
            return new Cell.Badge(
                    check.passed() ? Cell.Tone.GOOD : Cell.Tone.BAD,
                    Words.of(check.passed() ? "check.passed" : "check.failed"));
        }
        Cell.Tone tone = conclusion instanceof Conclusion.Violation || conclusion instanceof Conclusion.Hold
                ? Cell.Tone.BAD
                : Cell.Tone.INFO;
        return new Cell.Badge(tone, Words.of("conclusion." + conclusion.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
    }
}
