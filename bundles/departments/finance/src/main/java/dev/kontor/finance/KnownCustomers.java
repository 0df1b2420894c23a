package dev.kontor.finance;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import java.util.Optional;

/** Customers by the id that somebody typed, or that an address carries. */
public final class KnownCustomers {

    private KnownCustomers() {}

    /** Empty too for what is no id. */
    static Optional<Customer> find(Customers customers, String id) {
        return Optional.of(id)
                .filter(each -> each.matches("[A-Z0-9][A-Z0-9-]{0,31}"))
                .flatMap(each -> customers.customer(new CustomerId(each)));
    }

    /** @throws Refused {@code NOT_FOUND} when there is none */
    public static Customer demand(Customers customers, String id) {
        return find(customers, id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("finance.no-such-customer", id)));
    }
}
