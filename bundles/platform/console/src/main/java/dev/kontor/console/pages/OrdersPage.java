package dev.kontor.console.pages;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Lists;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Address;
import dev.kontor.console.list.Asked;
import dev.kontor.console.list.Chips;
import dev.kontor.console.list.ListColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders a person may see, narrowed and sorted by the address, and each order's own page. */
@Component(service = Page.class)
public final class OrdersPage implements Page {

    private static final int ROWS = 50;

    private final Orders orders;
    private final Worklist worklist;
    private final Customers customers;
    private final Lists lists;
    private final OrderFields fields;
    private final OrderPage order;

    @Activate
    public OrdersPage(
            @Reference Orders orders,
            @Reference Worklist worklist,
            @Reference Customers customers,
            @Reference Lists lists,
            @Reference OrderFields fields,
            @Reference OrderPage order) {
        this.orders = orders;
        this.worklist = worklist;
        this.customers = customers;
        this.lists = lists;
        this.fields = fields;
        this.order = order;
    }

    @Override
    public String path() {
        return "orders";
    }

    @Override
    public Text title() {
        return Words.of("orders");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("work", "file-text", 1));
    }

    /** Everybody but the three administrators, who see no order content. */
    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        if (query.tail().isEmpty()) {
            return list(query);
        }
        return order.show(number(query.tail().get(0)), query);
    }

    static OrderNumber number(String words) {
        try {
            return new OrderNumber(words);
        } catch (IllegalArgumentException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-order", words));
        }
    }

    private View list(Query query) {
        Address address = Address.of("orders", query, OrderFields.NAMES);
        OrderSort sort = sort(address);
        Chips chips = new Chips(address, fields.of(query.reader()));
        Orders.Page page = page(address, sort, query);
        Map<OrderNumber, Worklist.Item> next =
                worklist.mostUrgent(page.orders().stream().map(OrderSummary::number).toList(), query.reader());
        List<ListColumn<OrderRow>> shown = ListColumn.shown(OrderRow.COLUMNS, lists.columns(query.reader(), "orders"));
        List<Block.Row> rows = page.orders().stream()
                .map(each -> new OrderRow(each, Optional.ofNullable(next.get(each.number()))))
                .map(row -> new Block.Row("", Text.plain(row.order().number().value()), ListColumn.cells(shown, row)))
                .toList();
        Block listing = new Block.Listing(
                caption(sort),
                shown.stream()
                        .map(each -> each.heading(address, Asked.written(sort.by()), sort.rising(), each.sort().equals("due")))
                        .toList(),
                List.of(new Block.Group(Text.plain(""), rows)),
                address.after(page.next()),
                Words.of(chips.narrows() ? "orders.not-found" : "orders.empty"),
                Optional.empty(),
                Optional.of(ListColumn.choice("orders", OrderRow.COLUMNS, shown)));
        return View.of(title(), chips.filter(lists, query.reader(), Asked.customer(address, customers)), listing)
                .refreshedBy("order.changed");
    }

    private static Text caption(OrderSort sort) {
        return sort.equals(OrderSort.NEWEST)
                ? Words.of("orders.caption")
                : Words.of("orders.caption-by", Words.of("list.sort-of." + Asked.written(sort.by())),
                        Words.of(sort.rising() ? "list.rising" : "list.falling"));
    }

    /** What is due first is wanted first; of everything else the latest and the largest. */
    private static OrderSort sort(Address address) {
        OrderSort.By by = Asked.one(address, "sort", OrderSort.By.class).orElse(OrderSort.By.NUMBER);
        return new OrderSort(by, Asked.yesNo(address, "rising").orElse(by == OrderSort.By.DUE));
    }

    private Orders.Page page(Address address, OrderSort sort, Query query) {
        Optional<Set<CustomerId>> those = Asked.customers(address, customers);
        if (those.isEmpty()) {
            return new Orders.Page(List.of(), "");
        }
        OrderFilter filter = OrderFilter.ALL
                .matching(address.value("words"))
                .standingOn(Asked.value(address, "milestone", MilestoneName::new))
                .of(those.get())
                .by(Asked.value(address, "representative", PersonId::new))
                .signed(Asked.day(address, "from"), Asked.day(address, "until"))
                .waitingOn(Asked.value(address, "department", DepartmentId::new), Asked.value(address, "role", Role::new))
                .late(Asked.yesNo(address, "late"));
        return orders.list(filter, sort, query.parameter("after"), query.rows(ROWS), query.reader());
    }

    static Cell stage(OrderSummary order) {
        Cell stage = new Cell.Badge(
                order.milestone().equals(MilestoneName.REVIEW_CLEARED) ? Cell.Tone.GOOD : Cell.Tone.INFO,
                Words.milestone(order.milestone()));
        return order.judged()
                ? stage
                : new Cell.Many(List.of(stage, new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("not-judged"))));
    }
}
