package dev.kontor.testkit;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Customers in memory, none of them with an affiliate. */
public final class FakeCustomers implements Customers {

    private final Map<String, Customer> customers = new TreeMap<>();

    /** @param country ISO 3166, two capitals */
    public FakeCustomers with(String id, String name, String country) {
        customers.put(id, new Customer(new CustomerId(id), name, "", country, "", "", "", List.of(), 1));
        return this;
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return Optional.ofNullable(customers.get(id.value()));
    }

    @Override
    public List<Customer> search(String words, int limit) {
        return found(words).limit(limit).toList();
    }

    @Override
    public Page list(String words, String after, int limit) {
        List<Customer> page = found(words).filter(each -> each.id().value().compareTo(after) > 0).limit(limit).toList();
        return new Page(page, page.size() < limit ? "" : page.get(limit - 1).id().value());
    }

    private Stream<Customer> found(String words) {
        return customers.values().stream().filter(each -> each.name().contains(words) || each.id().value().equals(words));
    }

    @Override
    public List<CustomerId> group(CustomerId id) {
        return List.of(id);
    }
}
