package dev.kontor.console.pages;

import dev.kontor.api.customer.Customers;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the search at the top of every page finds: orders and customers. */
@Component(service = Page.class)
public final class SearchPage implements Page {

    private static final int ROWS = 20;

    private final Orders orders;
    private final Customers customers;

    @Activate
    public SearchPage(@Reference Orders orders, @Reference Customers customers) {
        this.orders = orders;
        this.customers = customers;
    }

    @Override
    public String path() {
        return "search";
    }

    @Override
    public Text title() {
        return Words.of("search.page");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        String words = query.parameter("words");
        Block again = new Block.Search("search", title(), words, List.of());
        if (words.isEmpty()) {
            return View.of(title(), again, new Block.Note(Cell.Tone.INFO, Words.of("search.empty")));
        }
        boolean business = query.reader().roles().stream().anyMatch(role -> !role.isAdministrator());
        return business ? View.of(title(), again, orders(words, query), customers(words)) : View.of(title(), again, orders(words, query));
    }

    private Block orders(String words, Query query) {
        Orders.Page page = orders.list(
                OrderFilter.ALL.matching(words), OrderSort.NEWEST, query.parameter("after"), query.rows(ROWS), query.reader());
        Found found = new Found(words);
        return new Block.Table(
                Words.of("search.orders"),
                List.of(
                        Words.column("order"), Words.column("contract"), Words.column("customer"), Words.column("stage"),
                        Words.column("search.where")),
                page.orders().stream()
                        .map(order -> List.<Cell>of(
                                Words.link(order.number().value(), "orders/" + order.number()),
                                Cell.plain(order.contract().written()),
                                Cell.plain(order.customerName()),
                                OrdersPage.stage(order),
                                found.in(order, orders.order(order.number(), query.reader()))))
                        .toList(),
                Address.of("search", query, List.of("words")).after(page.next()),
                Words.of("orders.not-found"));
    }

    private Block customers(String words) {
        return new Block.Table(
                Words.of("search.customers"),
                List.of(Words.column("customer"), Words.column("customer-id")),
                customers.search(words, ROWS).stream()
                        .map(customer -> List.of(
                                Words.link(customer.name(), "customers/" + customer.id()),
                                Cell.plain(customer.id().value())))
                        .toList(),
                "",
                Words.of("customers.none"));
    }
}
