package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.Replays.Total;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.customer.CustomerBook;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.replay.PauseReplay;
import dev.kontor.kernel.replay.ReplayBook;
import dev.kontor.kernel.replay.ReplayRows;
import dev.kontor.kernel.replay.ReplayWork;
import dev.kontor.kernel.replay.ResumeReplay;
import dev.kontor.kernel.replay.StartReplay;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rule.FactTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A version is tried on past decisions, and each one that would change is shown")
@ParameterizedClass
@EnumSource(Database.class)
class ReplayTest {

    private static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    private static final String CANDIDATE = "c".repeat(64);
    private static final Person RULES = new Person(new PersonId("rules"), "Rules", Set.of(Role.RULE_ADMINISTRATOR), "en");

    private final TestDesk desk;
    private final ReplayRows rows;
    private final Replays replays;
    private ReplayWork work;

    ReplayTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
        rows = new ReplayRows(desk.rows);
        replays = new ReplayBook(desk.transactions, desk.rows, rows, desk.rules);
        desk.engine.judging(POINT.value(), largeFrom(300));
        desk.engine.proposed(POINT.value(), CANDIDATE, largeFrom(200));
        work = work();
        desk.commands.companyCommands().add(new StartReplay(desk.transactions, rows, work, desk.rules,
                new CustomerBook(desk.transactions, desk.rows), desk.clock), Map.of());
        desk.commands.companyCommands().add(new PauseReplay(desk.transactions, rows, work), Map.of());
        desk.commands.companyCommands().add(new ResumeReplay(desk.transactions, rows, work), Map.of());
    }

    private ReplayWork work() {
        return new ReplayWork(desk.transactions, rows, new FactTexts(desk.sources, new OrderRows(desk.rows, desk.clock)), desk.rules, desk.platform);
    }

    /** Orders of this much or more are large. */
    private static Function<List<Record>, List<Conclusion>> largeFrom(long limit) {
        return facts -> facts.stream()
                .filter(Order.class::isInstance)
                .map(Order.class::cast)
                .filter(order -> order.total().compareTo(Money.cny(limit)) >= 0)
                .<Conclusion>map(order -> new Conclusion.Check("large", false, Reason.of("large", order.total()), new Clause("4.2")))
                .toList();
    }

    @AfterEach
    void close() {
        work.stop();
        desk.close();
    }

    private OrderNumber decided(String customer, long price) {
        OrderNumber order = desk.registerFor(customer);
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, price)));
        consult(order);
        return order;
    }

    private void consult(OrderNumber order) {
        desk.act(order, file -> file.consult(Question.at(POINT)));
    }

    private String begin(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("set", POINT.value(), "digest", CANDIDATE.substring(0, 12),
                "from", LocalDate.now(desk.clock.zone()).minusDays(1).toString(), "to", LocalDate.now(desk.clock.zone()).toString()));
        values.putAll(more);
        return submit(RULES, "rules/replay", values).replaceFirst("replays/", "");
    }

    private String submit(Person person, String command, Map<String, Object> values) {
        return desk.desk.submit(new Request(person, command, Optional.empty(), Optional.empty(), -1, new Values(values), UUID.randomUUID().toString()))
                .next();
    }

    private Replay done(String id) {
        until(() -> replay(id).state() == State.DONE);
        return replay(id);
    }

    private Replay replay(String id) {
        return replays.replay(id, RULES).orElseThrow();
    }

    private static void until(BooleanSupplier happened) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void each_decision_that_would_change_is_shown_with_the_money_behind_it_and_nothing_else_changes() {
        decided("C-1", 199);
        OrderNumber edge = decided("C-1", 200);
        OrderNumber below = decided("A-1", 299);
        decided("A-1", 300);
        consult(edge);
        int decisions = desk.rows("select id from kernel_decision").size();

        Replay replay = done(begin(Map.of()));

        assertThat(replay.total()).isEqualTo(5);
        assertThat(replay.done()).isEqualTo(5);
        assertThat(replay.changed()).isEqualTo(3);
        assertThat(replay.failed()).isZero();
        assertThat(replay.digest()).hasSize(64);
        List<Replays.Changed> changed = replays.changed(replay.id(), Sort.TIME, 0, 10, RULES);
        assertThat(changed).extracting(Replays.Changed::order).containsExactly(edge.value(), below.value(), edge.value());
        assertThat(changed.get(0).before()).isEmpty();
        assertThat(changed.get(0).after()).singleElement().satisfies(told -> {
            assertThat(told.conclusion().subject()).isEqualTo("large");
            assertThat(told.reasonEn()).isEqualTo("because");
            assertThat(told.set().digest()).isEqualTo(CANDIDATE);
        });
        assertThat(replays.changed(replay.id(), Sort.MONEY, 0, 2, RULES)).extracting(Replays.Changed::order)
                .containsExactly(below.value(), edge.value());
        assertThat(replays.changed(replay.id(), Sort.MONEY, 2, 2, RULES)).extracting(Replays.Changed::order).containsExactly(edge.value());
        assertThat(replays.byRule(replay.id(), RULES)).containsExactly(new Total("a rule", 2, 3, Money.cny(499)));
        assertThat(replays.byCustomer(replay.id(), RULES)).containsExactly(
                new Total("Affiliate A-1", 1, 1, Money.cny(299)), new Total("Customer One", 1, 2, Money.cny(200)));
        assertThat(desk.rows("select id from kernel_decision")).hasSize(decisions);
        assertThat(desk.rows("select subject from kernel_conclusion where kind <> 'Check'")).isEmpty();
    }

    @Test
    void a_conclusion_that_would_be_gone_or_have_another_figure_is_a_change() {
        decided("C-1", 300);
        desk.engine.proposed(POINT.value(), "e".repeat(64), facts -> List.of());
        Replay gone = done(begin(Map.of("digest", "e".repeat(64))));
        assertThat(replays.changed(gone.id(), Sort.TIME, 0, 10, RULES)).singleElement().satisfies(changed -> {
            assertThat(changed.before()).hasSize(1);
            assertThat(changed.after()).isEmpty();
        });

        desk.engine.proposed(POINT.value(), "f".repeat(64), facts -> List.of(
                new Conclusion.Check("large", false, Reason.of("large", Money.cny(301)), new Clause("4.2"))));
        Replay other = done(begin(Map.of("digest", "f".repeat(64))));
        assertThat(replays.changed(other.id(), Sort.TIME, 0, 10, RULES)).singleElement().satisfies(changed -> {
            assertThat(changed.before()).hasSize(1);
            assertThat(changed.after()).hasSize(1);
        });
    }

    @Test
    void the_period_ends_with_its_last_day_and_one_customer_is_enough() {
        OrderNumber before = decided("C-1", 250);
        OrderNumber first = decided("C-1", 250);
        OrderNumber last = decided("A-1", 250);
        OrderNumber after = decided("C-1", 250);
        LocalDate day = LocalDate.of(2026, 3, 2);
        long begins = Stamps.from(day.atStartOfDay(desk.clock.zone()).toInstant());
        long ends = Stamps.from(day.plusDays(1).atStartOfDay(desk.clock.zone()).toInstant());
        stamp(before, begins - 1);
        stamp(first, begins);
        stamp(last, ends - 1);
        stamp(after, ends);
        Map<String, Object> period = Map.of("from", day.toString(), "to", day.toString());

        assertThat(orders(done(begin(period)))).containsExactly(first.value(), last.value());

        Map<String, Object> one = new HashMap<>(period);
        one.put("customer", "A-1");
        assertThat(orders(done(begin(one)))).containsExactly(last.value());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> begin(Map.of("from", "2026-03-03", "to", "2026-03-02")));
    }

    private void stamp(OrderNumber order, long running) {
        desk.transactions.command(() -> desk.rows.run("update kernel_decision set running = ? where order_number = ?", running, order));
    }

    private List<String> orders(Replay replay) {
        return replays.changed(replay.id(), Sort.TIME, 0, 1000, RULES).stream().map(Replays.Changed::order).toList();
    }

    /** The rules go away in the second of three pages, and with them the process; another one goes on. */
    @Test
    void after_a_stop_it_goes_on_where_it_stood_and_the_report_is_the_same() {
        OrderNumber order = decided("C-1", 250);
        for (int i = 1; i < 120; i++) {
            consult(order);
        }
        AtomicInteger asked = new AtomicInteger();
        desk.engine.proposed(POINT.value(), "a".repeat(64), facts -> {
            desk.engineRuns = asked.incrementAndGet() != 60;
            return largeFrom(200).apply(facts);
        });
        String id = begin(Map.of("digest", "a".repeat(64)));
        until(() -> replay(id).done() == 100);
        assertThat(replay(id).left()).isPresent();
        work.stop();
        desk.engineRuns = true;
        work = work();

        Replay resumed = done(id);

        assertThat(resumed.changed()).isEqualTo(120);
        assertThat(new ArrayList<>(orders(resumed))).hasSize(120);
        assertThat(desk.rows("select kind from kernel_journal where kind = 'rules.replayed'")).hasSize(1);
        String whole = done(begin(Map.of("digest", "a".repeat(64)))).digest();
        assertThat(resumed.digest()).isEqualTo(whole);
    }

    @Test
    void a_paused_one_waits_until_it_is_resumed_and_what_is_decided_meanwhile_is_no_part_of_it() {
        OrderNumber order = decided("C-1", 250);
        work.stop();
        String id = begin(Map.of());
        submit(RULES, "rules/pause-replay", Map.of("replay", id));
        work = work();
        consult(order);
        String second = begin(Map.of());
        done(second);
        assertThat(replay(id).state()).isEqualTo(State.PAUSED);
        assertThat(replay(id).done()).isZero();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(RULES, "rules/pause-replay", Map.of("replay", id)));

        submit(RULES, "rules/resume-replay", Map.of("replay", id));

        assertThat(done(id).changed()).isEqualTo(1);
        assertThat(replay(second).changed()).isEqualTo(2);
    }

    @Test
    void where_the_version_cannot_decide_the_report_says_so() {
        decided("C-1", 250);
        desk.engine.proposed(POINT.value(), "b".repeat(64), facts -> {
            throw new CannotDecide("The rule \"a rule\" took too long.");
        });
        Replay replay = done(begin(Map.of("digest", "b".repeat(64))));
        assertThat(replay.failed()).isEqualTo(1);
        assertThat(replay.changed()).isEqualTo(1);
        assertThat(replays.changed(replay.id(), Sort.TIME, 0, 10, RULES).get(0).failure()).contains("took too long");
    }

    @Test
    void who_only_sells_sees_no_report_and_begins_none() {
        decided("C-1", 250);
        String id = begin(Map.of());
        done(id);
        assertThat(replays.replay(id, TestDesk.LINA)).isEmpty();
        assertThat(replays.changed(id, Sort.TIME, 0, 10, TestDesk.LINA)).isEmpty();
        assertThat(replays.byCustomer(id, TestDesk.LINA)).isEmpty();
        assertThat(replays.changed(id, Sort.TIME, 0, 10, TestDesk.AUDITOR)).hasSize(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(TestDesk.LINA, "rules/replay", Map.of(
                "set", POINT.value(), "digest", CANDIDATE, "from", "2026-03-01", "to", "2026-03-02")));
    }
}
