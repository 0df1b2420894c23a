package dev.kontor.api.order;

import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is known about orders, for reading. Shows a reader only what their roles may see; an order they may not see is
 * answered as if it did not exist.
 *
 * <p>Reads may run outside a command, are not locked and may be a moment old; nothing is decided by them.
 */
@ProviderType
public interface Orders {

    Optional<OrderSummary> summary(OrderNumber number, Person reader);

    /** The revision in force; empty until the order, or the draft of its contract, is submitted for the first time. */
    Optional<Order> order(OrderNumber number, Person reader);

    Optional<Order> order(OrderNumber number, int revision, Person reader);

    /** Every milestone the order stands on, oldest first. */
    List<Milestone> milestones(OrderNumber number, Person reader);

    /**
     * One page of a list.
     *
     * @param after what {@link Page#next} said; empty for the first page
     * @param limit 1 to 200
     */
    Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader);

    /** Why the order is not further on: open tasks, holds, arrivals and missing departments. */
    List<Waiting> waiting(OrderNumber number, Person reader);

    /** @param next to be handed back as {@code after} for the following page; empty on the last one */
    record Page(List<OrderSummary> orders, String next) {}
}
