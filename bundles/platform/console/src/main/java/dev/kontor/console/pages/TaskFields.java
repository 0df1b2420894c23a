package dev.kontor.console.pages;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Option;
import dev.kontor.api.page.Cell;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Asked;
import dev.kontor.console.list.ListColumn;
import java.util.List;
import java.util.stream.Stream;

/** What a worklist is narrowed by, and the columns it can show. */
final class TaskFields {

    /** In the order in which an address has them. */
    static final List<String> NAMES = List.of("whose", "kind", "department", "customer", "due");

    static final List<ListColumn<Worklist.Item>> COLUMNS = List.of(
            new ListColumn<>("task", Words.column("task"), "", true,
                    item -> Cell.link(Words.task(item.task()), WorklistPage.address(item.task()))),
            new ListColumn<>("order", Words.column("order"), "", true,
                    item -> Words.link(item.task().order().value(), "orders/" + item.task().order())),
            new ListColumn<>("customer", Words.column("customer"), "", true, item -> Cell.plain(item.customerName())),
            new ListColumn<>("due", Words.column("due"), "", true, WorklistPage::due),
            new ListColumn<>("holder", Words.column("holder"), "", true, TaskFields::holder),
            new ListColumn<>("department", Words.column("list.department"), "", false,
                    item -> Cell.words(Text.of("department." + item.task().kind().department()))),
            new ListColumn<>("role", Words.column("role"), "", false, item -> Cell.words(Words.role(item.task().role()))),
            new ListColumn<>("opened", Words.column("since"), "", false, item -> new Cell.Moment(item.task().openedAt())));

    private TaskFields() {}

    private static Cell holder(Worklist.Item item) {
        Cell holder = Cell.words(Words.holder(item.task()));
        return item.taken()
                ? new Cell.Many(List.of(holder, new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("worklist.taken"))))
                : holder;
    }

    /** @param kinds of what the reader has to do */
    static List<Field> of(List<TaskKind> kinds) {
        return List.of(
                Field.choice("kind", Words.of("list.kind"), kinds.stream()
                        .map(kind -> new Option(kind.value(), Text.of("task." + kind)))
                        .toList()),
                Field.choice("department", Words.of("list.department"), kinds.stream()
                        .map(TaskKind::department)
                        .distinct()
                        .map(id -> new Option(id, Text.of("department." + id)))
                        .toList()),
                Field.text("customer", Words.of("customer")).suggesting("customer"),
                Field.choice("due", Words.of("due"), Stream.of(TaskFilter.When.LATE, TaskFilter.When.TODAY)
                        .map(Asked::written)
                        .map(when -> new Option(when, Words.of("list.due." + when)))
                        .toList()));
    }
}
