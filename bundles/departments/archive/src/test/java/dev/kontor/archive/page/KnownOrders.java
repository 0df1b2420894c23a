package dev.kontor.archive.page;


import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One order whatever is asked for, to everybody or nobody, or by some numbers only. */
final class KnownOrders implements Orders {

    boolean hidden;
    Set<OrderNumber> shown = Set.of();
    private final Supplier<OrderSummary> order;

    KnownOrders(Supplier<OrderSummary> order) {
        this.order = order;
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        boolean seen = !hidden && (shown.isEmpty() || shown.contains(number));
        return seen ? Optional.of(order.get()) : Optional.empty();
    }

    @Override
    public Optional<Order> order(OrderNumber number, Person reader) {
        return Optional.empty();
    }

    @Override
    public Optional<Order> order(OrderNumber number, int revision, Person reader) {
        return Optional.empty();
    }

    @Override
    public List<Milestone> milestones(OrderNumber number, Person reader) {
        return List.of();
    }

    @Override
    public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
        return new Page(List.of(), "");
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        return List.of();
    }
}
