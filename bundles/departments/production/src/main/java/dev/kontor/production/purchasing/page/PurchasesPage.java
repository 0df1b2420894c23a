package dev.kontor.production.purchasing.page;

import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was bought and has not come yet, what is late first. */
@Component
public final class PurchasesPage implements Page {

    /** Who reads about suppliers and purchases over all orders. */
    static final Set<Role> READERS = Set.of(
            Role.PRODUCTION_PURCHASER,
            Role.PRODUCTION_PLANNER,
            Role.PRODUCTION_REVIEWER,
            Role.PRODUCTION_INSPECTOR,
            Role.SUPERVISOR,
            Role.LEADERSHIP,
            Role.AUDITOR);

    private static final int ROWS = 50;

    private final PurchaseBook book;
    private final Orders orders;
    private final Clock clock;
    private final WorkingCalendar calendar;

    @Activate
    public PurchasesPage(
            @Reference PurchaseBook book, @Reference Orders orders, @Reference Clock clock, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.orders = orders;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public String path() {
        return "production/purchases";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.under-way");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "shopping-cart", 70));
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        int rows = query.rows(ROWS);
        String after = query.parameter("after");
        boolean goesOn = after.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}");
        List<Purchase> found = goesOn
                ? book.placed(after.substring(0, 10), after.substring(11), rows + 1)
                : book.placed("", "", rows + 1);
        boolean more = found.size() > rows;
        List<Purchase> shown = more ? found.subList(0, rows) : found;
        Block table = PurchaseBlocks.table("under-way", List.of("due-on", "contract", "supplier", "order", "amount"),
                shown.stream().filter(each -> orders.summary(each.order(), query.reader()).isPresent()).map(this::row).toList(),
                more ? next(rows, shown.get(rows - 1)) : "");
        return View.of(title(), table).refreshedBy("order.changed");
    }

    private static String next(int rows, Purchase last) {
        return "production/purchases?rows=%d&after=%s_%s".formatted(rows, last.dueOn(), last.id());
    }

    private List<Cell> row(Purchase each) {
        return List.of(
                new Cell.Due(each.dueOn(), calendar.workingDaysBetween(clock.today(), each.dueOn()), false),
                Cell.link(Text.plain(each.contract()), "documents/" + each.document()),
                Cell.link(Text.plain(each.supplier()), "production/suppliers/" + each.supplier()),
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order() + "?tab=production-purchasing"),
                new Cell.Amount(each.amount()));
    }
}
