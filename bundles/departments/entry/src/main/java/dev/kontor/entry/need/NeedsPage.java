package dev.kontor.entry.need;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers need, by channel, with what is still missing named field by field. */
@Component
public final class NeedsPage implements Page {

    public static final Set<Role> READERS = Set.of(Role.SALES_REP, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);

    private final Needs needs;
    private final Channels channels;
    private final NeedParts parts;

    @Activate
    public NeedsPage(@Reference Needs needs, @Reference Channels channels, @Reference NeedParts parts) {
        this.needs = needs;
        this.channels = channels;
        this.parts = parts;
    }

    @Override
    public String path() {
        return "entry/needs";
    }

    @Override
    public Text title() {
        return Text.of("entry.needs.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "clipboard-list", 10));
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        List<Need> found = needs.search(query.parameter("words"), 200);
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures(found, query.reader()));
        blocks.add(new Block.Search("entry/needs", Text.of("entry.needs.search"), query.parameter("words"), List.of()));
        blocks.add(table(found, query.reader()));
        View view = new View(title(), Text.of("entry.needs.above"), List.of(), blocks, List.of());
        if (query.reader().holds(Role.SALES_REP)) {
            view = view.withAction(new Cell.Link(Text.of("entry.record-need.title"), "do/entry/record-need", "plus"))
                    .withAction(new Cell.Link(Text.of("entry.register.title"), "entry/register", "file-plus"));
        }
        return query.reader().holds(Role.SALES_HEAD)
                ? view.withAction(new Cell.Link(Text.of("entry.add-channel.title"), "do/entry/add-channel", "plus"))
                : view;
    }

    private Block figures(List<Need> found, Person reader) {
        Map<String, Long> counts = found.stream().collect(Collectors.groupingBy(Need::channel, TreeMap::new, Collectors.counting()));
        return new Block.Figures(counts.entrySet().stream()
                .map(one -> new Block.Figure(
                        one.getKey().isEmpty() ? Text.of("entry.channel.unknown") : channels.name(one.getKey(), reader),
                        new Cell.Number(BigDecimal.valueOf(one.getValue())), Cell.Tone.NEUTRAL, ""))
                .toList());
    }

    private Block table(List<Need> found, Person reader) {
        List<Block.Column> columns = new ArrayList<>();
        for (String name : List.of("customer", "channel", "model")) {
            columns.add(Block.Column.of(Text.of("entry.field." + name)));
        }
        columns.add(Block.Column.number(Text.of("entry.field.quantity")));
        for (String name : List.of("delivery-date", "delivery-place", "representative", "state")) {
            columns.add(Block.Column.of(Text.of("entry.field." + name)));
        }
        Kept kept = parts.kept(found.stream().map(Need::id).collect(Collectors.toSet()));
        return new Block.Table(title(), columns, found.stream().map(need -> row(need, kept, reader)).toList(), "",
                Text.of("entry.needs.none"));
    }

    private List<Cell> row(Need need, Kept kept, Person reader) {
        return List.of(
                Cell.link(Text.plain(need.customerName()), "do/entry/change-need?subject=" + need.id()),
                Cell.words(need.channel().isEmpty() ? Text.plain("") : channels.name(need.channel(), reader)),
                Cell.plain(need.model()),
                Cell.plain(need.quantity()),
                Cell.plain(need.deliveryDate()),
                Cell.plain(need.deliveryPlace()),
                Cell.plain(need.representative().value()),
                state(need, kept.missing(need.id())));
    }

    /** @param wanted by departments besides, and missing */
    private static Cell state(Need need, List<Text> wanted) {
        if (!need.order().isEmpty()) {
            return Cell.link(Text.plain(need.order()), "orders/" + need.order());
        }
        if (need.missing().isEmpty() && wanted.isEmpty()) {
            return Cell.link(Text.of("entry.needs.register"), "do/entry/register?subject=" + need.id());
        }
        List<Cell> missing = new ArrayList<>();
        missing.add(new Cell.Badge(Cell.Tone.WARNING, Text.of("entry.needs.incomplete")));
        need.missing().forEach(field -> missing.add(Cell.words(Text.of("entry.field." + field))));
        wanted.forEach(label -> missing.add(Cell.words(label)));
        return new Cell.Many(missing);
    }
}
