package dev.kontor.api.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The customer master. Belongs to the platform; the credit account belongs to finance. */
@ProviderType
public interface Customers {

    Optional<Customer> customer(CustomerId id);

    /** By name or id, by words and pairs of Chinese characters; at most {@code limit}, by name. */
    List<Customer> search(String words, int limit);

    /**
     * One page of what {@link #search} finds, by name.
     *
     * @param after what {@link Page#next} said; empty for the first page
     * @param limit 1 to 200
     */
    Page list(String words, String after, int limit);

    /** @param next to be handed back as {@code after}; empty on the last page */
    record Page(List<Customer> customers, String next) {}

    /** The customer itself and every other of its group. */
    List<CustomerId> group(CustomerId id);
}
