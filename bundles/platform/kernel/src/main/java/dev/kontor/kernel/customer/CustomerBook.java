package dev.kontor.kernel.customer;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Contact;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.search.Terms;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer master. Names that look alike are one name: width, case, spaces and marks make no second customer. */
@Component(service = {CustomerBook.class, Customers.class})
public final class CustomerBook implements Customers {

    private static final String COLUMNS =
            "select id, name, credit_code, country, address, invoicing, affiliates, version from kernel_customer ";

    private final Transactions transactions;
    private final Rows rows;

    @Activate
    public CustomerBook(@Reference Transactions transactions, @Reference Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return transactions.read(() -> customers(rows.all(COLUMNS + "where id = ?", id)).stream().findFirst());
    }

    @Override
    public List<Customer> search(String words, int limit) {
        Lookup lookup = Lookup.of(words);
        return transactions.read(() -> customers(rows.all(
                COLUMNS + lookup.where() + " order by name, id fetch first " + Lookup.most(limit) + " rows only",
                lookup.patterns())));
    }

    @Override
    public Page list(String words, String after, int limit) {
        Lookup lookup = Lookup.of(words);
        return transactions.read(() -> {
            Object[] place = rows.one("select name, id from kernel_customer where id = ?", after)
                    .map(row -> new Object[] {row.text(0), row.text(0), row.text(1)})
                    .orElse(new Object[0]);
            String behind = place.length == 0 ? "" : "(name > ? or name = ? and id > ?)";
            List<Row> found = rows.all(
                    COLUMNS + lookup.whereAnd(behind) + " order by name, id fetch first " + (limit + 1) + " rows only",
                    lookup.patternsAnd(place));
            List<Row> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(customers(shown), found.size() > limit ? shown.get(limit - 1).text(0) : "");
        });
    }

    @Override
    public List<CustomerId> group(CustomerId id) {
        return transactions.read(() -> Stream.concat(
                        Stream.of(id),
                        rows
                                .all(
                                        "select b.id from kernel_customer a join kernel_customer b on b.affiliates = a.affiliates"
                                                + " where a.id = ? and a.affiliates <> '' and b.id <> a.id order by b.id",
                                        id)
                                .stream()
                                .map(row -> new CustomerId(row.text(0))))
                .toList());
    }

    /** Takes a customer in unless its id is known; answers what the book has then. Inside a command. */
    public Customer enrol(Customer customer) {
        return customer(customer.id()).orElseGet(() -> {
            insert(customer);
            return customer(customer.id()).orElseThrow();
        });
    }

    /** Locks the customer until the command ends: not its row, which others read meanwhile. */
    public void lock(CustomerId id) {
        rows.take("customer " + id);
    }

    /** The key for a customer that has none yet. Inside a command. */
    CustomerId next() {
        CustomerId id;
        do {
            rows.run("update kernel_counter set last_number = last_number + 1 where name = 'customer'");
            long number = rows.one("select last_number from kernel_counter where name = 'customer'").orElseThrow().number(0);
            id = new CustomerId("C-%05d".formatted(number));
        } while (customer(id).isPresent());
        return id;
    }

    void insert(Customer customer) {
        String digest = refuseLookalike(customer);
        rows.run(
                "insert into kernel_customer (id, name, name_digest, search_words, credit_code, country, address, invoicing,"
                        + " affiliates, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                customer.id(), customer.name(), digest, words(customer), customer.creditCode(), customer.country(),
                customer.address(), customer.invoicing(), customer.affiliates());
        contacts(customer);
    }

    void update(Customer customer) {
        String digest = refuseLookalike(customer);
        rows.run(
                "update kernel_customer set name = ?, name_digest = ?, search_words = ?, credit_code = ?, country = ?,"
                        + " address = ?, invoicing = ?, affiliates = ?, version = version + 1 where id = ?",
                customer.name(), digest, words(customer), customer.creditCode(), customer.country(), customer.address(),
                customer.invoicing(), customer.affiliates(), customer.id());
        rows.run("delete from kernel_customer_contact where customer = ?", customer.id());
        contacts(customer);
    }

    private String refuseLookalike(Customer customer) {
        String digest = Lookup.digest(customer.name());
        rows.one("select id, name from kernel_customer where name_digest = ? and id <> ?", digest, customer.id())
                .ifPresent(other -> {
                    throw Refused.because(
                            Refused.Reason.CONFLICT, Text.of("kernel.customer.taken", other.text(1), other.text(0)));
                });
        return digest;
    }

    private void contacts(Customer customer) {
        int position = 0;
        for (Contact contact : customer.contacts()) {
            rows.run(
                    "insert into kernel_customer_contact (customer, position_of, name, phone, email) values (?, ?, ?, ?, ?)",
                    customer.id(), position++, contact.name(), contact.phone(), contact.email());
        }
    }

    private List<Customer> customers(List<Row> found) {
        Condition theirs = Condition.in("customer", found.stream().map(row -> row.text(0)).toList());
        Map<String, List<Contact>> contacts = found.isEmpty() ? Map.of() : rows
                .all("select customer, name, phone, email from kernel_customer_contact where " + theirs.sql()
                        + " order by customer, position_of", theirs.values().toArray())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(0), Collectors.mapping(row -> new Contact(row.text(1), row.text(2), row.text(3)), Collectors.toList())));
        return found.stream().map(row -> customer(row, contacts.getOrDefault(row.text(0), List.of()))).toList();
    }

    private static Customer customer(Row row, List<Contact> contacts) {
        return new Customer(
                new CustomerId(row.text(0)), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                contacts, row.number(7));
    }

    private static String words(Customer customer) {
        return Lookup.words(Terms.ofText(customer.name()), customer.id().value());
    }
}
