package dev.kontor.production.quality.page;

import dev.kontor.api.machine.Machines;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What does not conform and is not dealt with yet, of all orders, oldest first: whose turn it is. */
@Component
public final class NonconformitiesPage implements Page {

    /** Who reads about quality over all orders. */
    static final Set<Role> READERS = Set.of(
            Role.PRODUCTION_INSPECTOR,
            Role.PRODUCTION_PLANNER,
            Role.PRODUCTION_PURCHASER,
            Role.PRODUCTION_REVIEWER,
            Role.AFTERSALES_ENGINEER,
            Role.SUPERVISOR,
            Role.LEADERSHIP,
            Role.AUDITOR);

    private static final int ROWS = 50;

    private final QualityBook book;
    private final Machines machines;
    private final Orders orders;

    @Activate
    public NonconformitiesPage(@Reference QualityBook book, @Reference Machines machines, @Reference Orders orders) {
        this.book = book;
        this.machines = machines;
        this.orders = orders;
    }

    @Override
    public String path() {
        return "production/nonconformities";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.open-nonconformities");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "alert-octagon", 50));
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        int rows = query.rows(ROWS);
        String after = query.parameter("after");
        boolean goesOn = after.matches("\\d{1,18}-[0-9a-f-]{36}");
        int dash = after.indexOf('-');
        List<Nonconformity> found = goesOn
                ? book.open(Long.parseLong(after.substring(0, dash)), after.substring(dash + 1), rows + 1)
                : book.open(0, "", rows + 1);
        boolean more = found.size() > rows;
        List<Nonconformity> shown = more ? found.subList(0, rows) : found;
        Block table = new Block.Table(
                title(),
                Stream.of("number", "machine-or-goods", "order", "what", "state", "round-number", "opened-at")
                        .map(name -> name.equals("round-number")
                                ? Block.Column.number(Text.of("production.quality." + name))
                                : Block.Column.of(Text.of("production.quality." + name)))
                        .toList(),
                shown.stream().filter(each -> seen(each, query)).map(this::row).toList(),
                more ? next(rows, shown.get(rows - 1)) : "",
                Text.of("production.quality.none-open"));
        return View.of(title(), table).refreshedBy("order.changed");
    }

    private static String next(int rows, Nonconformity last) {
        return "production/nonconformities?rows=%d&after=%d-%s".formatted(rows, last.openedAt().toEpochMilli(), last.id());
    }

    /** That of a machine that its order has no more, or that the reader may not see, is left out. */
    private boolean seen(Nonconformity each, Query query) {
        return each.isOfGoods() ? orders.summary(each.order(), query.reader()).isPresent() : isInUse(each, query);
    }

    private boolean isInUse(Nonconformity each, Query query) {
        return machines.machine(new SerialNumber(each.serial()), query.reader()).filter(machine -> machine.struck().isEmpty()).isPresent();
    }

    private List<Cell> row(Nonconformity each) {
        return List.of(
                Cell.link(Text.plain(each.number()), "orders/" + each.order() + "?tab=production-quality"),
                each.isOfGoods()
                        ? Cell.plain(book.receipt(each.receipt()).map(Delivery::words).orElse(""))
                        : QualityTab.link(each.serial()),
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order()),
                Cell.plain(each.what()),
                QualityBlocks.state(each),
                new Cell.Number(BigDecimal.valueOf(each.round())),
                new Cell.Moment(each.openedAt()));
    }
}
