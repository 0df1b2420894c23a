package dev.kontor.archive.page;

import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.VolumeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every destruction that was ever proposed, and how far it is (销毁清册, R-9.6). */
@Component
public final class DestructionsPage implements Page {

    private static final String PATH = "archive/destructions";
    private static final int ROWS = 50;

    private final VolumeBook book;
    private final Orders orders;

    @Activate
    public DestructionsPage(@Reference VolumeBook book, @Reference Orders orders) {
        this.book = book;
        this.orders = orders;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("archive.destructions");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("archive", "trash", 30));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST, Role.LEADERSHIP, Role.SUPERVISOR, Role.FINANCE_CLERK, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        int rows = query.rows(ROWS);
        List<Appraisal> found = book.destructions(query.parameter("after"), rows + 1);
        List<Appraisal> shown = found.stream().limit(rows).toList();
        String next = found.size() > rows ? PATH + "?after=" + VolumeBook.mark(shown.get(rows - 1)) : "";
        return View.of(title(), new Block.Table(
                        title(),
                        Shown.columns("code", "at", "appraised-by", "appraisal-opinion", "decided-by", "witnesses", "register", "state"),
                        shown.stream().flatMap(appraisal -> row(appraisal, query.reader())).toList(),
                        next,
                        Text.of("archive.destructions-none")))
                .withAbove(Text.of("archive.destructions-above"))
                .refreshedBy("order.changed");
    }

    private Stream<List<Cell>> row(Appraisal appraisal, Person reader) {
        return book.find(appraisal.volume())
                .filter(volume -> orders.summary(volume.order(), reader).isPresent())
                .map(volume -> {
                    List<Cell> cells = new ArrayList<>(List.of(Shown.link(volume)));
                    cells.addAll(VolumeHistory.row(appraisal));
                    return cells;
                })
                .stream()
                .map(List::copyOf);
    }
}
