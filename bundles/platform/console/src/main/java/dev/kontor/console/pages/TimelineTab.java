package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to the order, newest first: its journal, and the notes that people leave in it. */
@Component(service = OrderTab.class)
public final class TimelineTab implements OrderTab {

    private static final int LINES = 200;

    private final Journals journals;

    @Activate
    public TimelineTab(@Reference Journals journals) {
        this.journals = journals;
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public Text title() {
        return Words.of("timeline");
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Entry> entries = journals.of(file.number(), Long.MAX_VALUE, LINES, file.actor());
        return List.of(
                new Block.Ask("notes/write", Optional.of(file.number()), Optional.empty(), ""),
                new Block.Timeline(title(), entries.stream().map(TimelineTab::event).toList(), ""));
    }

    static Block.Event event(Entry entry) {
        List<Cell> details = new ArrayList<>();
        if (!entry.decision().isEmpty()) {
            details.add(new Cell.Link(Words.of("why"), "decisions/" + entry.decision(), "help-circle"));
        }
        if (entry.simulated()) {
            details.add(new Cell.Badge(Cell.Tone.WARNING, Words.of("simulated")));
        }
        return new Block.Event(
                entry.at(), Words.person(entry.by()), entry.what(), details,
                entry.changes().stream().map(change -> altered(entry.kind(), change)).toList(), tone(entry.kind()));
    }

    private static Block.Altered altered(String kind, Change change) {
        return new Block.Altered(change.named(kind), change.beforeInWords(kind), change.afterInWords(kind));
    }

    private static Cell.Tone tone(String kind) {
        return switch (kind) {
            case "rules.violation", "rules.penalty" -> Cell.Tone.BAD;
            case "rules.held", "milestone.withdrawn", "task.suspended" -> Cell.Tone.WARNING;
            case "milestone.reached", "rules.lifted", "task.completed" -> Cell.Tone.GOOD;
            case "order.note" -> Cell.Tone.INFO;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
