package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One decision, executed again by the versions it cites to prove that they still answer the same. */
@Component(service = Page.class)
public final class DecisionPage implements Page {

    private final Decisions decisions;
    private final DecisionsTab tab;

    @Activate
    public DecisionPage(@Reference Decisions decisions, @Reference RuleNames names) {
        this.decisions = decisions;
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
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        String id = query.tail().isEmpty() ? "" : query.tail().get(0);
        DecisionRecord decision = decisions.decision(id, query.reader())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-decision", id)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(decisions.verify(decision.id())
                .<Block>map(differs -> new Block.Note(Cell.Tone.BAD, Words.of("decision.differs", differs)))
                .orElse(new Block.Note(Cell.Tone.GOOD, Words.of("decision.holds"))));
        blocks.addAll(tab.show(decision, query.reader().language()));
        View view = View.of(Words.of("decision.heading", Words.point(decision.point()), decision.at()), blocks.toArray(Block[]::new));
        return decision.order().isEmpty()
                ? view
                : view.withAction(new Cell.Link(Text.plain(decision.order()), "orders/" + decision.order() + "?tab=decisions", "file-text"))
                        .withAction(new Cell.Link(Words.of("events"), "orders/" + decision.order() + "?tab=timeline", ""));
    }
}
