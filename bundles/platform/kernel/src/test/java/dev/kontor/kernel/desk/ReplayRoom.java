package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.Replays;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.customer.CustomerBook;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.replay.PauseReplay;
import dev.kontor.kernel.replay.ReplayBook;
import dev.kontor.kernel.replay.ReplayRows;
import dev.kontor.kernel.replay.ReplayWork;
import dev.kontor.kernel.replay.ResumeReplay;
import dev.kontor.kernel.replay.StartReplay;
import dev.kontor.kernel.replay.TryCases;
import dev.kontor.kernel.replay.VerifyDecisions;
import dev.kontor.kernel.rule.FactTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Orders that were decided, and a version that is tried on them. */
final class ReplayRoom implements AutoCloseable {

    static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    static final String CANDIDATE = "c".repeat(64);
    static final Person RULES = new Person(new PersonId("rules"), "Rules", Set.of(Role.RULE_ADMINISTRATOR), "en");

    final TestDesk desk;
    private final ReplayRows rows;
    final Replays replays;
    ReplayWork work;

    ReplayRoom(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
        rows = new ReplayRows(desk.rows);
        replays = new ReplayBook(desk.transactions, desk.rows, rows, desk.rules);
        desk.engine.judging(POINT.value(), largeFrom(300));
        desk.engine.proposed(POINT.value(), CANDIDATE, largeFrom(200));
        work = work();
        desk.commands.companyCommands().add(new StartReplay(desk.transactions, rows, work, desk.rules,
                new CustomerBook(desk.transactions, desk.rows), desk.clock), Map.of());
        desk.commands.companyCommands().add(new TryCases(rows, desk.rules, desk.shelf, desk.clock), Map.of());
        desk.commands.companyCommands().add(new VerifyDecisions(desk.transactions, rows, work, desk.rules, desk.clock), Map.of());
        desk.commands.companyCommands().add(new PauseReplay(desk.transactions, rows, work), Map.of());
        desk.commands.companyCommands().add(new ResumeReplay(desk.transactions, rows, work), Map.of());
    }

    ReplayWork work() {
        return new ReplayWork(desk.transactions, rows, new FactTexts(desk.sources, new OrderRows(desk.rows, desk.clock)), desk.rules, new Ledger(desk.rows), desk.platform, 0);
    }

    /** Orders of this much or more are large. */
    static Function<List<Record>, List<Conclusion>> largeFrom(long limit) {
        return facts -> facts.stream()
                .filter(Order.class::isInstance)
                .map(Order.class::cast)
                .filter(order -> order.total().compareTo(Money.cny(limit)) >= 0)
                .<Conclusion>map(order -> new Conclusion.Check("large", false, Reason.of("large", order.total()), new Clause("4.2")))
                .toList();
    }

    @Override
    public void close() {
        work.stop();
        desk.close();
    }

    OrderNumber decided(String customer, long price) {
        OrderNumber order = desk.registerFor(customer);
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, price)));
        consult(order);
        return order;
    }

    void consult(OrderNumber order) {
        desk.act(order, file -> file.consult(Question.at(POINT)));
    }

    String begin(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("set", POINT.value(), "digest", CANDIDATE.substring(0, 12),
                "from", LocalDate.now(desk.clock.zone()).minusDays(1).toString(), "to", LocalDate.now(desk.clock.zone()).toString()));
        values.putAll(more);
        return submit(RULES, "rules/replay", values).replaceFirst("replays/", "");
    }

    /** The id of the report, on cases that are orders at so many yuan. */
    Replay tried(String... prices) {
        Order like = desk.desk.read(decided("C-1", 1), TestDesk.AUDITOR, view -> view.order().orElseThrow());
        desk.engine.written = price -> List.of(at(like, Long.parseLong(price)));
        return replay(submit(RULES, "rules/try-cases", Map.of("set", POINT.value(), "digest", CANDIDATE.substring(0, 12),
                "file", uploaded("prices.yaml", String.join("\n", prices)))).replaceFirst("replays/", ""));
    }

    /** The report on a file of this content, whose lines name an order of 250 yuan each. */
    Replay tried(byte[] content) {
        Order like = desk.desk.read(decided("C-1", 1), TestDesk.AUDITOR, view -> view.order().orElseThrow());
        desk.engine.written = line -> List.of(at(like, 250));
        return replay(submit(RULES, "rules/try-cases", Map.of("set", POINT.value(), "digest", CANDIDATE.substring(0, 12),
                "file", uploaded("cases.csv", content))).replaceFirst("replays/", ""));
    }

    private static Order at(Order like, long price) {
        OrderLine first = like.lines().get(0);
        OrderLine line = new OrderLine(1, first.model(), first.name(), first.quantity(), first.unit(), Money.cny(price), first.taxRate(), List.of(), List.of());
        return new Order(like.number(), like.revision(), like.contract(), like.customer(), like.customerName(), like.contact(), List.of(line),
                like.payment(), like.delivery(), like.terms(), like.representative(), like.channel(), like.more());
    }

    Upload uploaded(String name, String content) {
        return uploaded(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Upload uploaded(String name, byte[] content) {
        try {
            return desk.shelf.take(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String submit(Person person, String command, Map<String, Object> values) {
        return desk.desk.submit(new Request(person, command, Optional.empty(), Optional.empty(), -1, new Values(values), UUID.randomUUID().toString()))
                .next();
    }

    Replay done(String id) {
        work.ring();
        until(() -> replay(id).state() == State.DONE);
        return replay(id);
    }

    Replay replay(String id) {
        return replays.replay(id, RULES).orElseThrow();
    }

    static void until(BooleanSupplier happened) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    void stamp(OrderNumber order, long running) {
        desk.transactions.command(() -> desk.rows.run("update kernel_decision set running = ? where order_number = ?", running, order));
    }

    List<String> orders(Replay replay) {
        return replays.changed(replay.id(), Sort.TIME, 0, 1000, RULES).stream().map(Replays.Changed::order).toList();
    }
}
