package dev.kontor.rest;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A company with one order, which only Lina sees, and a few commands. Keeps the requests it was handed. */
final class OneOrderCompany implements Desk, Orders {

    static final OrderNumber NUMBER = new OrderNumber("SO-2026-00417");
    static final Person LINA = new Person(new PersonId("lina"), "李娜", Set.of(Role.SALES_REP), "zh-CN");
    static final Person OPERATOR = new Person(new PersonId("operator"), "", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    final List<Request> handedIn = new ArrayList<>();

    @Override
    public Answer submit(Request request) {
        handedIn.add(request);
        switch (request.command()) {
            case "entry/incomplete" -> throw Refused.at("lines[2].quantity", Text.of("rest.one-value"));
            case "entry/stale" -> throw Refused.because(Refused.Reason.STALE, Text.plain("changed"));
            case "entry/later" -> throw Refused.because(Refused.Reason.UNAVAILABLE, Text.plain("later"));
            case "entry/broken" -> throw new IllegalStateException("the secret of the inside");
            default -> {
                return Answer.of(Text.plain("done"), NUMBER).withId("4711");
            }
        }
    }

    @Override
    public List<Offer> offers(OrderNumber order, Person person) {
        return List.of(offer("entry/complete", Optional.of(order), Optional.empty(), person));
    }

    @Override
    public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
        Form form = Form.of(
                Text.plain("Go"),
                Field.text("name", Text.plain("Name")),
                Field.choice("kind", Text.plain("Kind"), List.of(new Field.Option("sale", Text.plain("Sale")))),
                Field.group("lines", Text.plain("Lines"), List.of(Field.number("quantity", Text.plain("Quantity")))));
        return new Offer(command, Text.plain("Complete"), order, Optional.empty(), form, Values.NONE, 3);
    }

    @Override
    public Offer offer(String command, String subject, Person person) {
        return offer(command, Optional.empty(), Optional.empty(), person);
    }

    @Override
    public List<Known> commands() {
        return List.of(
                new Known("customers/enrol", Text.plain("Enrol"), false, false, Set.of(Role.SALES_REP)),
                new Known("entry/complete", Text.plain("Complete"), true, false, Set.of(Role.SALES_REP)));
    }

    @Override
    public <R> R read(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        return number.equals(NUMBER) && reader.equals(LINA) ? Optional.of(summary()) : Optional.empty();
    }

    private static OrderSummary summary() {
        return new OrderSummary(
                NUMBER,
                0,
                new ContractNumber("HT-1"),
                new CustomerId("C1"),
                "青岛港",
                LocalDate.of(2026, 3, 2),
                LINA.id(),
                MilestoneName.ENTRY_REGISTERED,
                Optional.of(Money.cny(2_098_000)),
                true,
                Instant.EPOCH,
                7);
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
        return List.of(new Milestone(MilestoneName.ENTRY_REGISTERED, 0, LocalDate.EPOCH, Instant.EPOCH, LINA.id()));
    }

    @Override
    public Orders.Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
        return new Orders.Page(reader.equals(LINA) ? List.of(summary()) : List.of(), "");
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        return List.of();
    }
}
