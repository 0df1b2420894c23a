package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders a person may see, newest first, and each order's own page. */
@Component(service = Page.class)
public final class OrdersPage implements Page {

    private static final int ROWS = 50;

    private final Orders orders;
    private final OrderPage order;

    @Activate
    public OrdersPage(@Reference Orders orders, @Reference OrderPage order) {
        this.orders = orders;
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
        String words = query.parameter("words");
        String milestone = query.parameter("milestone");
        Orders.Page page = orders.list(
                new Orders.OrderFilter(words, milestone(milestone), query.parameter("after"), ROWS), query.reader());
        String next = page.next().isEmpty()
                ? ""
                : "orders?words=%s&milestone=%s&after=%s".formatted(encoded(words), encoded(milestone), encoded(page.next()));
        Block table = new Block.Table(
                Words.of("orders.caption"),
                List.of(
                        Words.column("order"),
                        Words.column("contract"),
                        Words.column("customer"),
                        Words.column("signed-on"),
                        Words.column("stage"),
                        Words.number("total"),
                        Words.column("representative")),
                page.orders().stream().map(OrdersPage::row).toList(),
                next,
                Words.of(words.isEmpty() ? "orders.empty" : "orders.not-found"));
        return View.of(title(), new Block.Search("orders", Words.of("orders.search"), words, List.of()), table)
                .refreshedBy("order.changed");
    }

    private static Optional<MilestoneName> milestone(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(new MilestoneName(words));
        } catch (IllegalArgumentException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-milestone", words));
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<Cell> row(OrderSummary order) {
        return List.of(
                Words.link(order.number().value(), "orders/" + order.number()),
                Cell.plain(order.contract().written()),
                Cell.plain(order.customerName()),
                new Cell.Day(order.signedOn()),
                stage(order),
                order.total().<Cell>map(Cell.Amount::new).orElse(Cell.plain("–")),
                Cell.words(Words.person(order.representative())));
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
