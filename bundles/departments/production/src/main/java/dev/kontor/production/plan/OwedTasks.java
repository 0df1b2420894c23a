package dev.kontor.production.plan;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a reader has to do for production next, on the page where they look at production as a whole. */
@Component(service = OwedTasks.class)
public final class OwedTasks {

    private static final int MOST = 20;
    private static final TaskFilter PRODUCTION = TaskFilter.ALL.raisedBy(Optional.of(new DepartmentId("production")));

    private final Worklist worklist;

    @Activate
    public OwedTasks(@Reference Worklist worklist) {
        this.worklist = worklist;
    }

    /** The most urgent first; nothing for who owes nothing. The whole of it is the worklist. */
    List<Block> blocks(Person reader) {
        List<Worklist.Item> items = worklist.list(PRODUCTION, reader, "", MOST).items();
        if (items.isEmpty()) {
            return List.of();
        }
        return List.of(new Block.Table(
                Text.of("production.plan.owed"),
                Stream.of("task", "order", "customer", "due").map(name -> Block.Column.of(Text.of("production.plan." + name))).toList(),
                items.stream().map(OwedTasks::row).toList(),
                "",
                Text.plain("")));
    }

    private static List<Cell> row(Worklist.Item item) {
        Task task = item.task();
        return List.of(
                Cell.link(Text.of("task." + task.kind()), "orders/" + task.order() + "?task=" + task.id()),
                Cell.plain(task.order().value()),
                Cell.plain(item.customerName()),
                due(item));
    }

    private static Cell due(Worklist.Item item) {
        if (item.task().suspendedAt().isPresent()) {
            return new Cell.Badge(Tone.NEUTRAL, Text.of("production.plan.start-held"));
        }
        return item.task().deadline()
                .<Cell>map(deadline -> new Cell.Due(deadline.lastDay(), item.workingDaysLeft(), deadline.provisional()))
                .orElse(Cell.plain(""));
    }
}
