package ${package};

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The latest statements. */
@Component
public final class StatementsPage implements Page {

    private static final int MOST = 50;

    private final Statements statements;

    @Activate
    public StatementsPage(@Reference Statements statements) {
        this.statements = statements;
    }

    @Override
    public String path() {
        return "${department}/statements";
    }

    @Override
    public Text title() {
        return Text.of("${department}.statements");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("work", "file-check", 90));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        List<List<Cell>> rows = statements.latest(MOST).stream().map(StatementsPage::row).toList();
        List<Block.Column> columns = List.of(
                Block.Column.of(Text.of("${department}.order")), Block.Column.of(Text.of("${department}.verdict")),
                Block.Column.of(Text.of("${department}.remarks")), Block.Column.of(Text.of("${department}.day")),
                Block.Column.of(Text.of("${department}.by")));
        return View.of(title(), new Block.Table(title(), columns, rows, "", Text.of("${department}.none")));
    }

    private static List<Cell> row(Statement one) {
        return List.of(
                Cell.link(Text.plain(one.orderNumber()), "orders/" + one.orderNumber()),
                Cell.words(GiveStatement.words(one.verdict())), Cell.plain(one.remarks()), new Cell.Day(one.givenOn()),
                Cell.plain(one.givenBy()));
    }
}
