package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why: each decision with the rules that fired, of which version, on which facts, under which clause. */
@Component(service = OrderTab.class)
public final class DecisionsTab implements OrderTab {

    private final Decisions decisions;

    @Activate
    public DecisionsTab(@Reference Decisions decisions) {
        this.decisions = decisions;
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

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        for (DecisionRecord decision : decisions.of(file.number(), file.actor())) {
            blocks.add(new Block.Section(
                    Words.of("decision.heading", decision.point().value(), decision.at()),
                    shown(decision, file.actor().language()),
                    blocks.isEmpty()));
        }
        return blocks.isEmpty() ? List.of(new Block.Note(Cell.Tone.INFO, Words.of("decisions.none"))) : blocks;
    }

    private static List<Block> shown(DecisionRecord decision, String language) {
        List<Block> blocks = new ArrayList<>(show(decision, language));
        blocks.add(new Block.Facts(Text.plain(""), List.of(new Block.Fact(
                Words.of("decision.proof"), new Cell.Link(Words.of("decision.verify"), "decisions/" + decision.id(), "refresh")))));
        return blocks;
    }

    static List<Block> show(DecisionRecord decision, String language) {
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
                        .map(set -> Words.link(
                                "%s #%d %s".formatted(set.set(), set.number(), set.shortDigest()), "rules/" + set.set()))
                        .toList())),
                new Block.Fact(Words.of("parameters-read"), new Cell.Many(decision.parameters().stream()
                        .map(read -> Cell.words(Words.of("parameter-read", read.name(), read.value(), Words.unit(read.unit()))))
                        .toList())))));
        blocks.add(new Block.Section(Words.of("firings"), List.of(firings(decision)), false));
        blocks.add(new Block.Section(
                Words.of("decision.facts"),
                List.of(new Block.Source(Words.of("decision.facts"), Facts.readable(decision.facts()), List.of())),
                false));
        return blocks;
    }

    private static Block firings(DecisionRecord decision) {
        return new Block.Table(
                Words.of("firings"),
                List.of(Words.column("rule"), Words.column("place"), Words.column("matched")),
                decision.firings().stream()
                        .map(fired -> List.<Cell>of(
                                Cell.plain(fired.rule()),
                                Cell.plain("%s %s:%d".formatted(fired.set().set(), fired.file(), fired.line())),
                                new Cell.Many(fired.matched().stream().map(Cell::plain).toList())))
                        .toList(),
                "",
                Words.of("conclusions.none"));
    }

    private static List<Cell> row(DecisionRecord.Told found, String language) {
        Conclusion conclusion = found.conclusion();
        return List.of(
                kind(conclusion),
                Cell.words(Words.subject(conclusion.subject())),
                Cell.plain(language.startsWith("zh") ? found.reasonZh() : found.reasonEn()),
                Cell.plain(conclusion.clause().value()),
                Cell.plain(found.rule()),
                Cell.plain("%s #%d".formatted(found.set().set(), found.set().number())));
    }

    private static Cell kind(Conclusion conclusion) {
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
