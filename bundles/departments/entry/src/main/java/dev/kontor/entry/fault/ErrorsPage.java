package dev.kontor.entry.fault;

import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every entry error of orders that the reader may see, newest first. */
@Component
public final class ErrorsPage implements Page {

    private final EntryErrors errors;
    private final Orders orders;

    @Activate
    public ErrorsPage(@Reference EntryErrors errors, @Reference Orders orders) {
        this.errors = errors;
        this.orders = orders;
    }

    @Override
    public String path() {
        return "entry/errors";
    }

    @Override
    public Text title() {
        return Text.of("entry.errors.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "alert-triangle", 40));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD, Role.LEADERSHIP, Role.SUPERVISOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        List<EntryError> seen = errors.latest(500).stream()
                .filter(error -> orders.summary(error.order(), query.reader()).isPresent())
                .toList();
        return View.of(title(), table(Text.of("entry.errors.title"), seen)).withAbove(Text.of("entry.errors.above"));
    }

    /** The same table stands on the order's tab. */
    public static Block table(Text caption, List<EntryError> errors) {
        List<Block.Column> columns = List.of(
                column("order"), column("error-field"), column("wrong-value"), column("right-value"), column("accountable"),
                column("found-by"), column("stage"), column("consequence"), column("recorded-at"));
        return new Block.Table(caption, columns, errors.stream().map(ErrorsPage::row).toList(), "", Text.of("entry.errors.none"));
    }

    private static List<Cell> row(EntryError error) {
        return List.of(
                Cell.link(Text.plain(error.order().value()), "orders/" + error.order()),
                Cell.words(Paths.label(error.field())),
                Shown.value(error.field(), error.wrong()),
                Shown.value(error.field(), error.right()),
                accountable(error),
                Cell.words(Text.person(error.foundBy())),
                Cell.words(Text.of("entry.stage." + error.stage())),
                Cell.plain(error.consequence()),
                new Cell.Moment(error.recordedAt()));
    }

    private static Cell accountable(EntryError error) {
        return new Cell.Many(Stream.of(
                        share("entry.error.entered", error.enteredBy().value(), error.shares().writer()),
                        Stream.of(new Cell.Moment(error.enteredAt())),
                        share("entry.error.confirmed", error.confirmedBy(), error.shares().confirmer()),
                        share("entry.error.reviewed", error.reviewedBy(), error.shares().reviewer()))
                .<Cell>flatMap(cells -> cells)
                .toList());
    }

    private static Stream<Cell> share(String words, String person, BigDecimal percent) {
        return person.isEmpty() ? Stream.of() : Stream.of(Cell.words(Text.of(words, Text.person(person), percent)));
    }

    private static Block.Column column(String name) {
        return Block.Column.of(Text.of("entry.field." + name));
    }
}
