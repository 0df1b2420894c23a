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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The report by channel and month, over all orders and needs; for those who may see them all. */
@Component
public final class ChannelsPage implements Page {

    private final ChannelCounts counts;
    private final Channels channels;

    @Activate
    public ChannelsPage(@Reference ChannelCounts counts, @Reference Channels channels) {
        this.counts = counts;
        this.channels = channels;
    }

    @Override
    public String path() {
        return "entry/channels";
    }

    @Override
    public Text title() {
        return Text.of("entry.channels.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "chart-bar", 50));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        return View.of(title(), orders(query.reader()), needs(query.reader())).withAbove(Text.of("entry.channels.above"));
    }

    private Block orders(Person reader) {
        return new Block.Table(
                Text.of("entry.channels.orders"),
                List.of(column("month"), column("channel"), number("orders"), number("total")),
                counts.orders().stream()
                        .map(line -> List.of(
                                Cell.plain(line.month().toString()), channel(line.channel(), reader), count(line.count()),
                                (Cell) new Cell.Amount(line.total())))
                        .toList(),
                "",
                Text.of("entry.channels.none"));
    }

    private Block needs(Person reader) {
        return new Block.Table(
                Text.of("entry.channels.needs"),
                List.of(column("month"), column("channel"), number("needs"), number("ordered")),
                counts.needs().stream()
                        .map(line -> List.of(
                                Cell.plain(line.month().toString()), channel(line.channel(), reader), count(line.count()),
                                count(line.ordered())))
                        .toList(),
                "",
                Text.of("entry.needs.none"));
    }

    private Cell channel(String id, Person reader) {
        return Cell.words(id.isEmpty() ? Text.of("entry.channel.unknown") : channels.name(id, reader));
    }

    private static Cell count(long number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    private static Block.Column column(String name) {
        return Block.Column.of(Text.of("entry.field." + name));
    }

    private static Block.Column number(String name) {
        return Block.Column.number(Text.of("entry.field." + name));
    }
}
