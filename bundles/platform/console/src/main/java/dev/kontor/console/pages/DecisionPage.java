package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Lists;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The decisions over all orders; and each, executed again by the versions it cites to prove that they still answer the same. */
@Component(service = Page.class)
public final class DecisionPage implements Page {

    private final Decisions decisions;
    private final RuleNames names;
    private final Lists lists;
    private final Reconsiderations reconsiderations;
    private final Replays replays;
    private final DecisionsTab tab;

    @Activate
    public DecisionPage(
            @Reference Decisions decisions,
            @Reference RuleNames names,
            @Reference Lists lists,
            @Reference Reconsiderations reconsiderations,
            @Reference Replays replays) {
        this.replays = replays;
        this.decisions = decisions;
        this.names = names;
        this.lists = lists;
        this.reconsiderations = reconsiderations;
        this.tab = new DecisionsTab(decisions, names);
    }

    @Override
    public String path() {
        return "decisions";
    }

    @Override
    public Text title() {
        return Words.of("decisions");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("rules", "list-details", 20));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        if (query.tail().isEmpty()) {
            return new DecisionLines(decisions, names, lists, query).show();
        }
        String id = query.tail().get(0);
        if (id.equals("proofs")) {
            return proofs(query);
        }
        DecisionRecord decision = decisions.decision(id, query.reader())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-decision", id)));
        return switch (query.tail().size() < 2 ? "" : query.tail().get(1)) {
            case ReconsideredView.NEAR_MISSES -> new ReconsideredView(reconsiderations, names, decision, query).nearMisses();
            case ReconsideredView.WHAT_IF -> new ReconsideredView(reconsiderations, names, decision, query).whatIf();
            default -> whole(decision, query);
        };
    }

    private View proofs(Query query) {
        List<Replay> proofs = replays.proofs(query.reader());
        View view = View.of(Words.of("proofs"), new Block.Table(
                        Words.of("proofs"),
                        List.of(
                                Words.column("since"), Words.column("rule-set"), Words.column("state"), Words.column("replay.tried"),
                                Words.number("proof.differ"), Words.column("replay.report")),
                        proofs.stream().map(proof -> row(proof, query.reader().language())).toList(),
                        "",
                        Words.of("proofs.none")))
                .refreshedBy("rules.replayed");
        return query.reader().holdsAny(Set.of(Role.AUDITOR, Role.RULE_ADMINISTRATOR))
                ? view.withAction(new Cell.Link(Text.of("kernel.proof.verify"), "do/rules/verify", "shield-check"))
                : view;
    }

    private List<Cell> row(Replay proof, String language) {
        return List.of(
                new Cell.Moment(proof.begun()),
                proof.version().set().isEmpty() ? Cell.words(Words.of("proof.all-sets")) : Cell.plain(names.title(proof.version(), language)),
                ReplayPage.state(proof),
                Cell.words(Words.of("replay.of-total", proof.done(), proof.total())),
                ReplayPage.count(proof.changed()),
                Cell.link(Words.of("replay.look-at"), "replays/" + proof.id()));
    }

    private View whole(DecisionRecord decision, Query query) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(decisions.verify(decision.id())
                .<Block>map(differs -> new Block.Note(Cell.Tone.BAD, Words.of("decision.differs", differs)))
                .orElse(new Block.Note(Cell.Tone.GOOD, Words.of("decision.holds"))));
        blocks.addAll(tab.show(decision, query.reader().language()));
        View view = View.of(Words.of("decision.heading", Words.point(decision.point()), decision.at()), blocks.toArray(Block[]::new))
                .withAction(new Cell.Link(Words.of("what-if"), "decisions/" + decision.id() + "/" + ReconsideredView.WHAT_IF, "help-circle"))
                .withAction(new Cell.Link(Words.of("near"), "decisions/" + decision.id() + "/" + ReconsideredView.NEAR_MISSES, "target"));
        return decision.order().isEmpty()
                ? view
                : view.withAction(new Cell.Link(Text.plain(decision.order()), "orders/" + decision.order() + "?tab=decisions", "file-text"))
                        .withAction(new Cell.Link(Words.of("events"), "orders/" + decision.order() + "?tab=timeline", ""));
    }
}
