package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person owes, over all departments, most urgent first. */
@Component(service = Page.class)
public final class WorklistPage implements Page {

    private static final int ROWS = 50;
    private static final int MOST_ROWS = 200;
    private static final String OVERDUE = "overdue";
    private static final String TODAY = "today";

    private final Worklist worklist;

    @Activate
    public WorklistPage(@Reference Worklist worklist) {
        this.worklist = worklist;
    }

    @Override
    public String path() {
        return "worklist";
    }

    @Override
    public Text title() {
        return Words.of("worklist");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("work", "checklist", 0));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        Worklist.Count count = worklist.count(query.reader());
        String show = query.parameter("show");
        Worklist.Slice slice = worklist.mine(query.reader(), query.parameter("after"), show.isEmpty() ? ROWS : MOST_ROWS);
        Block figures = new Block.Figures(List.of(
                figure("worklist.overdue", OVERDUE, count.overdue(), count.overdue() > 0 ? Cell.Tone.BAD : Cell.Tone.GOOD),
                figure("worklist.today", TODAY, count.dueToday(), count.dueToday() > 0 ? Cell.Tone.WARNING : Cell.Tone.GOOD),
                figure("worklist.open", "", count.open(), Cell.Tone.NEUTRAL)));
        Block table = new Block.Table(
                Words.of(show.equals(OVERDUE) ? "worklist.overdue" : show.equals(TODAY) ? "worklist.today" : "worklist.caption"),
                List.of(
                        Words.column("task"),
                        Words.column("order"),
                        Words.column("customer"),
                        Words.column("due"),
                        Words.column("holder")),
                slice.items().stream().filter(item -> shown(item, show)).map(WorklistPage::row).toList(),
                slice.next().isEmpty() || !show.isEmpty() ? "" : "worklist?after=" + slice.next(),
                Words.of("worklist.empty"));
        return View.of(title(), figures, table).refreshedBy("task.opened", "task.ended");
    }

    /** The overdue ones come first, so that they are all on one page. */
    private static boolean shown(Worklist.Item item, String show) {
        boolean counts = item.task().deadline().isPresent() && item.task().suspendedAt().isEmpty();
        return switch (show) {
            case OVERDUE -> counts && item.workingDaysLeft() < 0;
            case TODAY -> counts && item.workingDaysLeft() == 0;
            default -> true;
        };
    }

    private static Block.Figure figure(String key, String show, int number, Cell.Tone tone) {
        return new Block.Figure(Words.of(key), new Cell.Number(java.math.BigDecimal.valueOf(number)), tone, show.isEmpty() ? "worklist" : "worklist?show=" + show);
    }

    private static List<Cell> row(Worklist.Item item) {
        Task task = item.task();
        String order = "orders/" + task.order();
        return List.of(
                Cell.link(Words.task(task), order + "?task=" + task.id()),
                Words.link(task.order().value(), order),
                Cell.plain(item.customerName()),
                due(item),
                Cell.words(task.holder().map(Words::person).orElse(Words.role(task.role()))));
    }

    static Cell due(Worklist.Item item) {
        Task task = item.task();
        if (task.suspendedAt().isPresent()) {
            return new Cell.Badge(Cell.Tone.INFO, Words.of("suspended"));
        }
        return task.deadline()
                .<Cell>map(deadline -> new Cell.Due(deadline.lastDay(), item.workingDaysLeft(), deadline.provisional()))
                .orElse(Cell.plain("–"));
    }
}
