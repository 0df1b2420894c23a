package dev.kontor.archive.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.book.Waiting;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist's desk: what is to be filed and until when, what waits, and what may be appraised because its retention is over. */
@Component
public final class DeskPage implements Page {

    private static final String PATH = "archive/desk";
    private static final int ROWS = 50;

    private final Worklist worklist;
    private final VolumeBook book;
    private final Orders orders;
    private final Clock clock;

    @Activate
    public DeskPage(@Reference Worklist worklist, @Reference VolumeBook book, @Reference Orders orders, @Reference Clock clock) {
        this.worklist = worklist;
        this.book = book;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("archive.desk");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("archive", "archive", 10));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST);
    }

    @Override
    public View show(Query query) {
        return View.of(title(), filing(query), waiting(query), over(query))
                .withAbove(Text.of("archive.desk-above"))
                .refreshedBy("task.opened", "task.ended");
    }

    private Block filing(Query query) {
        Worklist.Slice due = worklist.list(
                TaskFilter.ALL.ofKind(Optional.of(Archive.FILE)), query.reader(), query.parameter("after"), query.rows(ROWS));
        return new Block.Table(
                Text.of("archive.to-file"),
                Shown.columns("order", "customer", "part", "due", "do"),
                due.items().stream().map(DeskPage::row).toList(),
                due.next().isEmpty() ? "" : next("after", due.next()),
                Text.of("archive.to-file-none"));
    }

    /** A reader who may not see an order does not see that it waits. */
    private Block waiting(Query query) {
        int rows = query.rows(ROWS);
        List<Waiting> found = book.waiting(query.parameter("waiting"), rows + 1);
        List<Waiting> shown = found.subList(0, Math.min(rows, found.size()));
        return new Block.Table(
                Text.of("archive.waiting"),
                Shown.columns("order", "customer", "documents", "since"),
                shown.stream()
                        .flatMap(each -> orders.summary(each.order(), query.reader()).map(order -> row(each, order)).stream())
                        .toList(),
                found.size() > rows ? next("waiting", shown.get(rows - 1).order().value()) : "",
                Text.of("archive.waiting-none"));
    }

    private Block over(Query query) {
        LocalDate today = clock.today();
        VolumeBook.Expired expired = book.expired(today, query.parameter("over"), query.rows(ROWS));
        return new Block.Table(
                Text.of("archive.retention-over"),
                Shown.columns("code", "order", "customer", "kept-until", "state"),
                expired.volumes().stream().map(volume -> row(volume, today)).toList(),
                expired.next().isEmpty() ? "" : next("over", expired.next()),
                Text.of("archive.retention-over-none"));
    }

    private static String next(String list, String after) {
        return PATH + "?" + list + "=" + URLEncoder.encode(after, UTF_8);
    }

    private static List<Cell> row(Waiting waiting, OrderSummary order) {
        return List.of(
                Cell.link(Text.plain(order.number().value()), "orders/" + order.number() + "?tab=" + VolumesTab.ID),
                Cell.plain(order.customerName()),
                Shown.number(waiting.documents()),
                new Cell.Day(waiting.since()));
    }

    private static List<Cell> row(Worklist.Item item) {
        OrderNumber order = item.task().order();
        return List.of(
                Cell.link(Text.plain(order.value()), "orders/" + order + "?tab=" + VolumesTab.ID),
                Cell.plain(item.customerName()),
                Cell.plain(item.task().subject()),
                item.task().suspendedAt().isPresent()
                        ? new Cell.Badge(Tone.INFO, Text.of("archive.documents-missing"))
                        : item.task().deadline()
                                .<Cell>map(due -> new Cell.Due(due.lastDay(), item.workingDaysLeft(), due.provisional()))
                                .orElse(Cell.plain("")),
                Cell.link(Text.of("archive.file"), "orders/" + order + "?task=" + item.task().id()));
    }

    private List<Cell> row(Volume volume, LocalDate today) {
        LocalDate first = book.items(volume).stream()
                .filter(item -> item.destroyedOn().isEmpty())
                .map(Item::keptUntil)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(today);
        return List.of(
                Shown.link(volume),
                Shown.order(volume),
                Cell.plain(volume.customerName()),
                new Cell.Day(first),
                state(volume));
    }

    private Cell state(Volume volume) {
        if (book.isHeld(volume)) {
            return new Cell.Badge(Tone.BAD, Text.of("archive.is-held"));
        }
        return book.appraisals(volume).stream().findFirst()
                .filter(latest -> latest.open() || latest.state() == Appraisal.State.REJECTED)
                .map(latest -> latest.open()
                        ? new Cell.Badge(Tone.INFO, Text.of("archive.in-appraisal"))
                        : new Cell.Badge(Tone.NEUTRAL, Text.of("archive.appraisal-rejected")))
                .orElse(new Cell.Badge(Tone.WARNING, Text.of("archive.over")));
    }
}
