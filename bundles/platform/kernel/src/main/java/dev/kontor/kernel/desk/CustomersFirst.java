package dev.kontor.kernel.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.kernel.wall.Passing;
import java.util.List;

/**
 * A command that holds an order turns out to count over customers' orders. It is rolled back and begun anew with the
 * customers locked first: taken now they would be taken in the wrong order, and two commands could wait for each other.
 */
final class CustomersFirst extends RuntimeException implements Passing {

    private static final long serialVersionUID = 1L;

    private final transient List<CustomerId> customers;

    CustomersFirst(List<CustomerId> customers) {
        super("These customers are to be locked first: " + customers);
        this.customers = List.copyOf(customers);
    }

    /** By id. */
    List<CustomerId> customers() {
        return customers;
    }
}
