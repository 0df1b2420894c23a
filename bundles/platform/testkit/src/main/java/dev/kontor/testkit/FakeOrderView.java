package dev.kontor.testkit;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What stands in an order's file in memory, for reading. */
abstract class FakeOrderView implements OrderView {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Map<Integer, Order> revisions = new TreeMap<>();
    final Map<MilestoneName, Milestone> milestones = new LinkedHashMap<>();
    final List<Document> documents = new ArrayList<>();
    final FakeMachines machines = new FakeMachines();
    final FakeTasks tasks = new FakeTasks();
    final FakeRules rules;
    Person actor = new Person(PersonId.SYSTEM, "system", Set.of(), "en");
    LocalDate today;
    boolean submitted = true;
    Instant registeredAt;

    FakeOrderView(Order order, RuleBook book) {
        rules = new FakeRules(book, tasks);
        today = order.contract().signedOn();
        registeredAt = now();
        revisions.put(order.revision(), order);
        stand(MilestoneName.ENTRY_REGISTERED, today);
    }

    final void stand(MilestoneName milestone, LocalDate on) {
        int revision = order().map(Order::revision).orElse(0);
        milestones.put(milestone, new Milestone(milestone, revision, on, now(), actor.id()));
    }

    @Override
    public OrderNumber number() {
        return revisions.values().iterator().next().number();
    }

    @Override
    public OrderSummary summary() {
        Order order = order().orElseThrow();
        return new OrderSummary(
                number(), order.revision(), order.contract().number(), order.customer(), order.customerName(),
                order.contract().signedOn(), order.representative(), milestones.keySet().stream().reduce((one, next) -> next).orElseThrow(),
                Optional.of(order.total()), true, registeredAt, 1);
    }

    @Override
    public Optional<Order> order() {
        return revisions.values().stream().filter(any -> submitted).reduce((one, next) -> next);
    }

    @Override
    public Optional<Order> order(int revision) {
        return Optional.ofNullable(revisions.get(revision));
    }

    @Override
    public Set<MilestoneName> milestones() {
        return Set.copyOf(milestones.keySet());
    }

    @Override
    public List<Milestone> passed() {
        return List.copyOf(milestones.values());
    }

    @Override
    public List<Machine> machines() {
        return machines.all();
    }

    @Override
    public List<Task> openTasks() {
        return tasks.all();
    }

    @Override
    public List<Document> documents() {
        return List.copyOf(documents);
    }

    @Override
    public List<Decision> decisions() {
        return rules.decisions();
    }

    @Override
    public ReasonWords words(Concluded concluded) {
        return rules.words(concluded);
    }

    @Override
    public Person actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return today.atTime(9, 0).atZone(ZONE).toInstant();
    }

    @Override
    public LocalDate today() {
        return today;
    }
}
