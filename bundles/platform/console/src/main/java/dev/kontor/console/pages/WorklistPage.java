package dev.kontor.console.pages;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Lists;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskFilter.Whose;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.console.list.Address;
import dev.kontor.console.list.Asked;
import dev.kontor.console.list.Chips;
import dev.kontor.console.list.ListColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person owes, over all departments, most urgent first; several tasks are taken or given back at once. */
@Component(service = Page.class)
public final class WorklistPage implements Page {

    private static final int ROWS = 50;

    private final Worklist worklist;
    private final Customers customers;
    private final Lists lists;
    private final Clock clock;

    @Activate
    public WorklistPage(
            @Reference Worklist worklist, @Reference Customers customers, @Reference Lists lists, @Reference Clock clock) {
        this.worklist = worklist;
        this.customers = customers;
        this.lists = lists;
        this.clock = clock;
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
        Person reader = query.reader();
        Address address = Address.of("worklist", query, TaskFields.NAMES);
        Chips chips = new Chips(address, TaskFields.of(worklist.kinds(reader)));
        Worklist.Slice slice = slice(address, query);
        View view = View.of(
                title(),
                figures(worklist.count(reader)),
                tabs(address),
                chips.filter(lists, reader, Asked.customer(address, customers)),
                listing(address, slice, reader, chips.narrows()));
        return first(view, slice, query).refreshedBy("task.opened", "task.ended", "task.held");
    }

    /** One click from sign-in to what is most urgent. */
    private static View first(View view, Worklist.Slice slice, Query query) {
        return query.parameters().isEmpty() && !slice.items().isEmpty()
                ? view.withAction(new Cell.Link(
                        Words.of("worklist.first"), address(slice.items().get(0).task()), "player-play"))
                : view;
    }

    private Worklist.Slice slice(Address address, Query query) {
        Optional<Set<CustomerId>> those = Asked.customers(address, customers);
        if (those.isEmpty()) {
            return new Worklist.Slice(List.of(), "");
        }
        TaskFilter filter = TaskFilter.ALL
                .of(Asked.one(address, "whose", Whose.class).orElse(Whose.ALL))
                .ofKind(Asked.value(address, "kind", TaskKind::new))
                .raisedBy(Asked.value(address, "department", DepartmentId::new))
                .about(those.get())
                .due(Asked.one(address, "due", TaskFilter.When.class).orElse(TaskFilter.When.ANY));
        return worklist.list(filter, query.reader(), query.parameter("after"), query.rows(ROWS));
    }

    private static Block figures(Worklist.Count count) {
        return new Block.Figures(List.of(
                figure("worklist.overdue", "late", count.overdue(), count.overdue() > 0 ? Cell.Tone.BAD : Cell.Tone.GOOD),
                figure("worklist.today", "today", count.dueToday(), count.dueToday() > 0 ? Cell.Tone.WARNING : Cell.Tone.GOOD),
                figure("worklist.open", "", count.open(), Cell.Tone.NEUTRAL)));
    }

    private static Block.Figure figure(String key, String due, int number, Cell.Tone tone) {
        Cell value = number < Worklist.Count.MOST
                ? new Cell.Number(BigDecimal.valueOf(number))
                : new Cell.Words(Words.of("worklist.or-more", number));
        return new Block.Figure(Words.of(key), value, tone, due.isEmpty() ? "worklist" : "worklist?due=" + due);
    }

    private static Block tabs(Address address) {
        Whose now = Asked.one(address, "whose", Whose.class).orElse(Whose.ALL);
        return new Block.Tabs(Stream.of(Whose.values())
                .map(whose -> new Block.Tab(
                        Words.of("worklist.whose." + Asked.written(whose)),
                        address.with("whose", whose == Whose.ALL ? "" : Asked.written(whose)).toString(),
                        whose == now))
                .toList());
    }

    private Block listing(Address address, Worklist.Slice slice, Person reader, boolean narrowed) {
        List<ListColumn<Worklist.Item>> shown = ListColumn.shown(TaskFields.COLUMNS, lists.columns(reader, "worklist"));
        List<Block.Group> groups = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            List<Block.Row> rows = slice.items().stream()
                    .filter(item -> Urgency.of(item, clock.today()) == urgency)
                    .map(item -> row(item, shown, reader))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Block.Group(urgency.words(), rows));
            }
        }
        return new Block.Listing(
                Words.of("worklist.caption"),
                shown.stream().map(each -> new Block.Heading(each.column(), "", Block.Sorted.NO)).toList(),
                groups,
                address.after(slice.next()),
                Words.of(narrowed ? "worklist.none" : "worklist.empty"),
                work(slice, reader),
                Optional.of(ListColumn.choice("worklist", TaskFields.COLUMNS, shown)));
    }

    private static Block.Row row(Worklist.Item item, List<ListColumn<Worklist.Item>> shown, Person reader) {
        boolean hands = takes(item, reader) || givesBack(item, reader);
        Text name = Words.of("task-about", Words.task(item.task()), Text.plain(item.task().order().value()));
        return new Block.Row(hands ? item.task().id().toString() : "", name, ListColumn.cells(shown, item));
    }

    private static Optional<Block.Work> work(Worklist.Slice slice, Person reader) {
        List<Block.Bulk> commands = new ArrayList<>();
        if (slice.items().stream().anyMatch(item -> takes(item, reader))) {
            commands.add(new Block.Bulk("tasks/take", Words.of("worklist.take")));
        }
        if (slice.items().stream().anyMatch(item -> givesBack(item, reader))) {
            commands.add(new Block.Bulk("tasks/give-back", Words.of("worklist.give-back")));
        }
        return commands.isEmpty() ? Optional.empty() : Optional.of(new Block.Work("tasks", commands));
    }

    private static boolean takes(Worklist.Item item, Person reader) {
        Task task = item.task();
        return reader.holds(task.role()) && (task.holder().isEmpty() || item.taken() && !mine(task, reader));
    }

    private static boolean givesBack(Worklist.Item item, Person reader) {
        return item.taken() && mine(item.task(), reader);
    }

    private static boolean mine(Task task, Person reader) {
        return task.holder().filter(reader.id()::equals).isPresent();
    }

    static String address(Task task) {
        return "orders/" + task.order() + "?task=" + task.id();
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
