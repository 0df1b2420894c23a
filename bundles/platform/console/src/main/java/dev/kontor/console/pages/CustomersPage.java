package dev.kontor.console.pages;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer master, and what departments say of a customer. */
@Component(service = Page.class)
public final class CustomersPage implements Page {

    static final Set<Role> STAFF = Set.of(
            Role.SALES_REP, Role.SALES_HEAD, Role.LEADERSHIP, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT,
            Role.FINANCE_CLERK, Role.LEGAL_REVIEWER, Role.PRODUCTION_REVIEWER, Role.PRODUCTION_PLANNER, Role.LOGISTICS_CLERK,
            Role.AFTERSALES_ENGINEER, Role.ARCHIVIST, Role.SUPERVISOR, Role.AUDITOR);
    private static final int ROWS = 100;

    private final Customers customers;
    private final Orders orders;
    private final CustomerParts parts;

    @Activate
    public CustomersPage(@Reference Customers customers, @Reference Orders orders, @Reference CustomerParts parts) {
        this.customers = customers;
        this.orders = orders;
        this.parts = parts;
    }

    @Override
    public String path() {
        return "customers";
    }

    @Override
    public Text title() {
        return Words.of("customers");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "building", 20));
    }

    @Override
    public Set<Role> roles() {
        return STAFF;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? list(query) : one(query.tail().get(0), query);
    }

    private View list(Query query) {
        String words = query.parameter("words");
        Customers.Page page = customers.list(words, query.parameter("after"), query.rows(ROWS));
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("customer-id"), Words.column("name"), Words.column("credit-code"),
                        Words.column("country"), Words.column("affiliates")),
                page.customers().stream().map(CustomersPage::row).toList(),
                Address.of("customers", query, List.of("words")).after(page.next()),
                Words.of("customers.none"));
        View view = View.of(title(), new Block.Search("customers", Words.of("customers.search"), words, List.of()), table);
        return mayChange(query)
                ? view.withAction(new Cell.Link(Words.of("customers.new"), "do/customers/save", "plus"))
                : view;
    }

    private static boolean mayChange(Query query) {
        return maySave(query.reader());
    }

    /** Whether the person may take customers in and change them. */
    public static boolean maySave(Person person) {
        return person.holdsAny(Set.of(Role.SALES_REP, Role.SALES_HEAD, Role.FINANCE_CREDIT));
    }

    private static List<Cell> row(Customer customer) {
        return List.of(
                Words.link(customer.id().value(), "customers/" + customer.id()),
                Cell.plain(customer.name()),
                Cell.plain(customer.creditCode()),
                Cell.plain(customer.country()),
                Cell.plain(customer.affiliates()));
    }

    private View one(String id, Query query) {
        Customer customer = find(id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-customer", id)));
        Block facts = new Block.Facts(Words.of("customer"), List.of(
                fact("credit-code", customer.creditCode()),
                fact("country", customer.country()),
                fact("address", customer.address()),
                fact("invoicing", customer.invoicing()),
                fact("affiliates", customer.affiliates())));
        Block contacts = new Block.Table(
                Words.of("contacts"),
                List.of(Words.column("name"), Words.column("phone"), Words.column("email")),
                customer.contacts().stream()
                        .map(contact -> List.of(
                                Cell.plain(contact.name()), Cell.plain(contact.phone()), Cell.plain(contact.email())))
                        .toList(),
                "",
                Words.of("none"));
        Block latest = new Block.Table(
                Words.of("orders"),
                List.of(Words.column("order"), Words.column("contract"), Words.column("stage"), Words.number("total")),
                orders.list(OrderFilter.ALL.of(Set.of(customer.id())), OrderSort.NEWEST, "", 20, query.reader())
                        .orders()
                        .stream()
                        .map(order -> List.of(
                                Words.link(order.number().value(), "orders/" + order.number()),
                                Cell.plain(order.contract().written()),
                                OrdersPage.stage(order),
                                order.total().<Cell>map(Cell.Amount::new).orElse(Cell.plain("–"))))
                        .toList(),
                "",
                Words.of("none"));
        List<Block> blocks = new ArrayList<>(List.of(facts));
        blocks.addAll(parts.show(customer.id(), query.reader()));
        blocks.addAll(List.of(affiliates(customer), contacts, latest));
        View view = View.of(Text.plain(customer.name()), blocks.toArray(Block[]::new)).withAbove(Text.plain(customer.id().value()));
        return mayChange(query)
                ? view.withAction(new Cell.Link(Words.of("change-it"), "do/customers/save?subject=" + customer.id(), "edit"))
                : view;
    }

    /** Whose orders count towards the same limit. */
    private Block affiliates(Customer customer) {
        return new Block.Table(
                Words.of("customers.group"),
                List.of(Words.column("customer-id"), Words.column("name"), Words.column("credit-code")),
                customers.group(customer.id()).stream()
                        .filter(id -> !id.equals(customer.id()))
                        .flatMap(id -> customers.customer(id).stream())
                        .map(other -> List.of(
                                Words.link(other.id().value(), "customers/" + other.id()),
                                Cell.plain(other.name()),
                                Cell.plain(other.creditCode())))
                        .toList(),
                "",
                Words.of("none"));
    }

    private Optional<Customer> find(String id) {
        try {
            return customers.customer(new CustomerId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Block.Fact fact(String key, String value) {
        return new Block.Fact(Words.of(key), Cell.plain(value.isBlank() ? "–" : value));
    }
}
