package dev.kontor.aftersales.page;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Request;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.TaskId;
import dev.kontor.testkit.FakeOrderFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A company of one order, for reading. */
record OneOrder(FakeOrderFile file) implements Desk, Orders, Outlook {

    @Override
    public <R> R read(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
        return reading.apply(file);
    }

    @Override
    public Outlook.Answer ask(OrderNumber order, Question question, Person reader) {
        return file.look(question);
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        return Optional.of(file.summary()).filter(found -> found.number().equals(number));
    }

    @Override
    public dev.kontor.api.desk.Answer submit(Request request) {
        throw nothingElse();
    }

    @Override
    public List<Offer> offers(OrderNumber order, Person person) {
        throw nothingElse();
    }

    @Override
    public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
        throw nothingElse();
    }

    @Override
    public Offer offer(String command, String subject, Person person) {
        throw nothingElse();
    }

    @Override
    public List<Known> commands() {
        throw nothingElse();
    }

    @Override
    public Optional<Order> order(OrderNumber number, Person reader) {
        throw nothingElse();
    }

    @Override
    public Optional<Order> order(OrderNumber number, int revision, Person reader) {
        throw nothingElse();
    }

    @Override
    public List<Milestone> milestones(OrderNumber number, Person reader) {
        throw nothingElse();
    }

    @Override
    public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
        throw nothingElse();
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        throw nothingElse();
    }

    @Override
    public List<SetVersion> versions(ConsultationPoint point) {
        throw nothingElse();
    }

    private static UnsupportedOperationException nothingElse() {
        return new UnsupportedOperationException("After-sales asks nothing else.");
    }
}
