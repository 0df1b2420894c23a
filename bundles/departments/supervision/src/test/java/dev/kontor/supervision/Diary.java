package dev.kontor.supervision;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.FakeJournals;
import dev.kontor.testkit.FakeOrderFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What is known of orders, in memory: their journals, the decisions these cite, and the orders themselves. */
public final class Diary extends FakeJournals implements Decisions, Orders {

    private static final SetVersion SET = new SetVersion("test/set", 1, "0".repeat(64));

    private final Map<OrderNumber, FakeOrderFile> files = new TreeMap<>();
    private final Map<String, DecisionRecord> kept = new HashMap<>();

    public FakeOrderFile open(FakeOrderFile file) {
        files.put(file.number(), file);
        return file;
    }

    FakeOrderFile file(OrderNumber order) {
        return files.get(order);
    }

    public void line(OrderNumber order, String at, String by, String kind, Text what, Change... changes) {
        add(order, Instant.parse(at), new PersonId(by), kind, what, "", changes);
    }

    /** A task that was due on a day is completed. */
    public void completed(OrderNumber order, String at, String by, String kind, String task, String lastDay) {
        Text what = Text.of("kernel.task-completed", Text.of("task." + kind));
        add(order, Instant.parse(at), new PersonId(by), "task.completed", what, "",
                new Change("outcome", "", "done"), new Change("deadline", lastDay + " (cn)", ""), new Change("task", task, ""));
    }

    /** A task of the kind is completed, as lines told it before they named the task. */
    public void completed(OrderNumber order, String at, String by, String kind) {
        line(order, at, by, "task.completed", Text.of("kernel.task-completed", Text.of("task." + kind)));
    }

    public void violation(OrderNumber order, String at, String subject, String occasion, String point, String clause) {
        String id = UUID.randomUUID().toString();
        Conclusion found = new Conclusion.Violation(subject, occasion, Reason.of("late"), new Clause(clause));
        kept.put(id, new DecisionRecord(id, order.value(), new ConsultationPoint(point), List.of(SET), List.of(), LocalDate.of(2026, 3, 2), "cn", "[]",
                List.of(), List.of(), List.of(new DecisionRecord.Told(found, SET, "late", "late", "超时")), PersonId.SYSTEM, Instant.parse(at)));
        add(order, Instant.parse(at), PersonId.SYSTEM, "rules.violation", Text.of("kernel.violation", Text.plain(subject)), id);
    }

    /** What rules decided, with the words of their reasons. */
    public void keep(Decision decision, FakeOrderFile file) {
        kept.put(decision.id(), new DecisionRecord(decision.id(), decision.order(), decision.point(), decision.sets(), decision.owners(),
                decision.day(), decision.calendar(), "[]", decision.parameters(), List.of(),
                decision.conclusions().stream()
                        .map(each -> new DecisionRecord.Told(each.conclusion(), each.set(), each.rule(), file.words(each).english(), file.words(each).chinese()))
                        .toList(),
                decision.by(), decision.at()));
    }

    @Override
    public List<DecisionRecord> of(OrderNumber order, Person reader) {
        return kept.values().stream().filter(record -> record.order().equals(order.value())).toList();
    }

    @Override
    public Optional<DecisionRecord> decision(String id, Person reader) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Decisions.Part list(DecisionFilter filter, String after, int limit, Person reader) {
        return new Decisions.Part(List.of(), "", true);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public Optional<Text> verify(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
        return Optional.ofNullable(files.get(number)).map(FakeOrderFile::summary);
    }

    @Override
    public Optional<Order> order(OrderNumber number, Person reader) {
        return Optional.ofNullable(files.get(number)).flatMap(FakeOrderFile::order);
    }

    @Override
    public Optional<Order> order(OrderNumber number, int revision, Person reader) {
        return Optional.ofNullable(files.get(number)).flatMap(file -> file.order(revision));
    }

    @Override
    public List<Milestone> milestones(OrderNumber number, Person reader) {
        return Optional.ofNullable(files.get(number)).map(FakeOrderFile::passed).orElse(List.of());
    }

    @Override
    public Orders.Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
        List<OrderSummary> all = files.values().stream().map(FakeOrderFile::summary).toList();
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        boolean more = from + 2 < all.size();
        return new Orders.Page(all.stream().skip(from).limit(2).toList(), more ? String.valueOf(from + 2) : "");
    }

    @Override
    public List<Waiting> waiting(OrderNumber number, Person reader) {
        return List.of();
    }
}
