package dev.kontor.console.pages;

import dev.kontor.api.customer.Customers;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
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
        List<OrderSummary> found =
                orders.list(OrderFilter.ALL.matching(words), OrderSort.NEWEST, "", ROWS, query.reader()).orders();
        return new Block.Table(
                Words.of("search.orders"),
                List.of(Words.column("order"), Words.column("contract"), Words.column("customer"), Words.column("stage")),
                found.stream()
                        .map(order -> List.<Cell>of(
                                Words.link(order.number().value(), "orders/" + order.number()),
                                Cell.plain(order.contract().written()),
                                Cell.plain(order.customerName()),
                                OrdersPage.stage(order)))
                        .toList(),
                "",
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
