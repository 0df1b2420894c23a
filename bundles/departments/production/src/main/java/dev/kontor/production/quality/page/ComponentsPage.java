package dev.kontor.production.quality.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machines;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.BuiltIn;
import dev.kontor.production.quality.book.QualityBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In which machines a supplier's batch is (追溯): the way from a component to where it went. */
@Component
public final class ComponentsPage implements Page {

    private static final int ROWS = 50;

    private final QualityBook book;
    private final Machines machines;

    @Activate
    public ComponentsPage(@Reference QualityBook book, @Reference Machines machines) {
        this.book = book;
        this.machines = machines;
    }

    @Override
    public String path() {
        return "production/components";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.trace");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "route", 60));
    }

    @Override
    public Set<Role> roles() {
        return NonconformitiesPage.READERS;
    }

    @Override
    public View show(Query query) {
        String batch = query.parameter("words");
        Block search = new Block.Search("production/components", Text.of("production.quality.trace-search"), batch, List.of());
        return batch.isEmpty()
                ? View.of(title(), search, new Block.Note(Cell.Tone.INFO, Text.of("production.quality.trace-how")))
                : View.of(title(), search, table(query, batch));
    }

    private Block table(Query query, String batch) {
        int rows = query.rows(ROWS);
        List<BuiltIn> found = book.ofBatch(batch, query.parameter("after"), rows + 1);
        boolean more = found.size() > rows;
        List<BuiltIn> shown = more ? found.subList(0, rows) : found;
        return new Block.Table(
                Text.of("production.quality.trace-of", batch),
                Stream.of("machine", "order", "component", "supplier", "batch", "inspection", "result")
                        .map(name -> Block.Column.of(Text.of("production.quality." + name)))
                        .toList(),
                shown.stream().flatMap(each -> row(each, query).stream()).toList(),
                more ? "production/components?words=%s&rows=%d&after=%s".formatted(
                        URLEncoder.encode(batch, StandardCharsets.UTF_8), rows, shown.get(rows - 1).id()) : "",
                Text.of("production.quality.trace-none"));
    }

    /** A machine of an order that the reader may not see is left out. */
    private Optional<List<Cell>> row(BuiltIn each, Query query) {
        Optional<Machine> machine = machines.machine(new SerialNumber(each.serial()), query.reader());
        return machine.flatMap(found -> book.inspection(each.inspection()).map(inspection -> List.of(
                found.struck().isPresent()
                        ? new Cell.Many(List.of(QualityTab.link(each.serial()),
                                new Cell.Badge(Cell.Tone.BAD, Text.of("production.quality.struck"))))
                        : QualityTab.link(each.serial()),
                Cell.link(Text.plain(found.order().value()), "orders/" + found.order()),
                Cell.plain(each.name()),
                Cell.plain(each.supplier()),
                Cell.plain(each.batch()),
                Cell.words(QualityBlocks.name(inspection)),
                QualityBlocks.result(inspection))));
    }
}
