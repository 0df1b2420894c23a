package dev.kontor.archive.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.archive.book.Catalogue;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The index catalogue: every volume, found by what anybody may remember of it. */
@Component
public final class CataloguePage implements Page {

    private static final String PATH = "archive/catalogue";
    private static final List<String> FIELDS = List.of("words", "kind", "from", "until");
    private static final int ROWS = 50;

    private final Catalogue catalogue;
    private final VolumeBook book;
    private final Orders orders;
    private final Clock clock;

    @Activate
    public CataloguePage(@Reference Catalogue catalogue, @Reference VolumeBook book, @Reference Orders orders, @Reference Clock clock) {
        this.catalogue = catalogue;
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
        return Text.of("archive.catalogue");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("archive", "list-details", 20));
    }

    @Override
    public Set<Role> roles() {
        return VolumePage.READERS;
    }

    @Override
    public View show(Query query) {
        Map<String, Object> stand = new HashMap<>();
        FIELDS.stream().filter(field -> !query.parameter(field).isEmpty()).forEach(field -> stand.put(field, query.parameter(field)));
        Catalogue.Page found = catalogue.find(
                wanted(query), volume -> orders.summary(volume.order(), query.reader()).isPresent(), query.parameter("after"),
                query.rows(ROWS));
        Block table = new Block.Table(
                title(),
                Shown.columns("code", "part", "order", "contract", "customer", "filed-at", "filed-by"),
                found.volumes().stream().map(CataloguePage::row).toList(),
                found.next().isEmpty() ? "" : address(query, found.next()),
                Text.of(stand.isEmpty() ? "archive.catalogue-empty" : "archive.catalogue-none"));
        return View.of(title(), new Block.Inquiry(PATH, form(), new Values(stand), List.of()), table)
                .withAbove(Text.of("archive.catalogue-above"))
                .refreshedBy("order.changed");
    }

    private Catalogue.Wanted wanted(Query query) {
        return new Catalogue.Wanted(
                query.parameter("words"),
                query.parameter("kind"),
                day(query.parameter("from")).map(day -> day.atStartOfDay(clock.zone()).toInstant()),
                day(query.parameter("until")).map(day -> day.plusDays(1).atStartOfDay(clock.zone()).toInstant()));
    }

    /** What stands in an address may be anything. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Form form() {
        List<Field.Option> kinds = Stream.concat(book.kinds().stream().map(DemandedKind::kind), book.heldKinds().stream())
                .distinct()
                .map(kind -> new Field.Option(kind.value(), book.name(kind)))
                .toList();
        return Form.of(
                Text.of("archive.search"),
                Field.text("words", Text.of("archive.words")).optional().withHint(Text.of("archive.words-hint")),
                Field.choice("kind", Text.of("archive.kind"), kinds).optional(),
                Field.date("from", Text.of("archive.filed-from")).optional(),
                Field.date("until", Text.of("archive.filed-until")).optional());
    }

    private static List<Cell> row(Volume volume) {
        return List.of(
                Shown.link(volume),
                Shown.part(volume),
                Shown.order(volume),
                Cell.plain(volume.contract()),
                Cell.plain(volume.customerName()),
                new Cell.Moment(volume.filedAt()),
                Cell.person(volume.filedBy().value()));
    }

    private static String address(Query query, String after) {
        Set<String> kept = new HashSet<>(FIELDS);
        kept.add("rows");
        return PATH + "?" + Stream.concat(
                        kept.stream().sorted().filter(name -> !query.parameter(name).isEmpty())
                                .map(name -> name + "=" + URLEncoder.encode(query.parameter(name), UTF_8)),
                        Stream.of("after=" + after))
                .collect(Collectors.joining("&"));
    }
}
