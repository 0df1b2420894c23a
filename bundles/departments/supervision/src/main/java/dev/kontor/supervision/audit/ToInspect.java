package dev.kontor.supervision.audit;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one of the supervision group still has to inspect: an order of a sample is no task of an order. */
@Component(service = ToInspect.class)
public final class ToInspect {

    private static final int MOST = 50;

    private final AuditBook book;

    @Activate
    public ToInspect(@Reference AuditBook book) {
        this.book = book;
    }

    /** Nothing for everybody else, and when everything is inspected. */
    public Optional<Block> table(Person reader) {
        List<Sample> open = reader.holds(Role.SUPERVISOR) ? book.open(MOST) : List.of();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("supervision.to-inspect"),
                        Stream.of("order", "due-on", "state").map(key -> Block.Column.of(Text.of("supervision.column." + key))).toList(),
                        open.stream().map(this::row).toList(),
                        "",
                        Text.plain("")));
    }

    private List<Cell> row(Sample sample) {
        return List.of(
                Cell.link(Text.plain(sample.order().value()), "orders/" + sample.order() + "?tab=timeline"),
                new Cell.Day(book.audit(sample.audit()).orElseThrow().dueOn()),
                Cell.link(Text.of("supervision.inspect"), "do/supervision/inspect?subject=" + sample.id()));
    }
}
