package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.service.CasesPage;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What orders taught, the latest first, and who has not read it yet. */
@Component
public final class RetrospectivesPage implements Page {

    private static final int ROWS = 25;

    private final Retrospectives retrospectives;

    @Activate
    public RetrospectivesPage(@Reference Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    @Override
    public String path() {
        return "aftersales/retrospectives";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.retrospectives");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("aftersales", "history", 40));
    }

    @Override
    public Set<Role> roles() {
        return CasesPage.READERS;
    }

    @Override
    public View show(Query query) {
        int rows = query.rows(ROWS);
        List<Retrospective> found = retrospectives.list(query.parameter("after"), rows + 1);
        List<Retrospective> shown = found.subList(0, Math.min(rows, found.size()));
        String next = found.size() > rows ? path() + "?after=" + shown.get(rows - 1).order() : "";
        return View.of(title(), new Block.Table(
                        title(),
                        Stream.of("order", "customer", "retrospective-on", "by", "summary", "unread")
                                .map(name -> Block.Column.of(Text.of("aftersales." + name)))
                                .toList(),
                        shown.stream().map(this::row).toList(),
                        next,
                        Text.of("aftersales.no-retrospectives")))
                .refreshedBy("order.changed");
    }

    private List<Cell> row(Retrospective each) {
        List<Cell> unread = retrospectives.receipts(each.order()).stream()
                .filter(receipt -> !receipt.isRead())
                .map(receipt -> Cell.words(Text.of("role." + receipt.role())))
                .toList();
        return List.of(
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order() + "?tab=aftersales-retrospective"),
                Cell.plain(each.customerName()),
                new Cell.Day(each.heldOn()),
                Cell.person(each.heldBy()),
                Cell.plain(each.summary()),
                unread.isEmpty() ? new Cell.Badge(Tone.GOOD, Text.of("aftersales.all-read")) : new Cell.Many(unread));
    }
}
