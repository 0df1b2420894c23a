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
    private final DecisionsTab tab;

    @Activate
    public DecisionPage(@Reference Decisions decisions, @Reference RuleNames names, @Reference Lists lists, @Reference Reconsiderations reconsiderations) {
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
        DecisionRecord decision = decisions.decision(id, query.reader())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-decision", id)));
        return switch (query.tail().size() < 2 ? "" : query.tail().get(1)) {
            case ReconsideredView.NEAR_MISSES -> new ReconsideredView(reconsiderations, names, decision, query).nearMisses();
            case ReconsideredView.WHAT_IF -> new ReconsideredView(reconsiderations, names, decision, query).whatIf();
            default -> whole(decision, query);
        };
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
