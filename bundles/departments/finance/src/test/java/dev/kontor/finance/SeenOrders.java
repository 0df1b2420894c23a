package dev.kontor.finance;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orders that every reader may see. */
public final class SeenOrders implements Orders {

    private final List<OrderNumber> ofLina;

    /** @param ofLina the orders of the representative that lists tell */
    public SeenOrders(OrderNumber... ofLina) {
        this.ofLina = List.of(ofLina);
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        return Optional.of(new OrderSummary(number, 1, new ContractNumber("HT"), new CustomerId("C-0001"), "Huadong",
                LocalDate.of(2026, 3, 2), new PersonId("lina"), MilestoneName.REVIEW_CLEARED, Optional.empty(), true, Instant.EPOCH, 1));
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
        boolean lina = filter.representative().filter(new PersonId("lina")::equals).isPresent();
        return new Page(lina ? ofLina.stream().flatMap(each -> summary(each, reader).stream()).toList() : List.of(), "");
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        return List.of();
    }
}
