package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk.Offer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Journals.Verification;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.TradeDepartment.Act;
import dev.kontor.store.StoreHarness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the desk promises, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskPromises {

    private static final int THREADS = 8;
    private static final Person ZHAO = new Person(new PersonId("zhao"), "Zhao", Set.of(Role.SALES_REP, Role.SALES_HEAD), "en");

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private static Refused refusal(Callable<?> attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    @Test
    void an_order_stands_on_registered_and_is_found_by_who_may_see_it() {
        OrderNumber order = desk.register("ABC-2026-77", "k-found", TestDesk.LINA).order().orElseThrow();
        assertThat(desk.orders.summary(order, TestDesk.LINA)).hasValueSatisfying(found -> {
            assertThat(found.milestone()).isEqualTo(MilestoneName.ENTRY_REGISTERED);
            assertThat(found.customerName()).isEqualTo("Customer One");
            assertThat(found.total()).isEmpty();
        });
        assertThat(desk.orders.list(OrderFilter.ALL.matching("ABC-2026-77"), OrderSort.NEWEST, "", 10, TestDesk.LINA).orders())
                .extracting(found -> found.number())
                .containsExactly(order);
        Person other = new Person(new PersonId("other"), "Other", Set.of(Role.SALES_REP), "en");
        assertThat(desk.orders.summary(order, other)).isEmpty();
        assertThat(refusal(() -> desk.act(other, order, file -> {})).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
    }

    @Test
    void who_stands_in_for_a_representative_sees_their_orders_while_it_lasts() {
        OrderNumber order = desk.register();
        Person deputy = new Person(new PersonId("deputy"), "Deputy", Set.of(Role.SALES_REP), "en");
        assertThat(desk.orders.summary(order, deputy)).isEmpty();
        desk.lend("lina", "deputy", desk.clock.today().minusDays(3), desk.clock.today().minusDays(1));
        assertThat(desk.orders.summary(order, deputy)).isEmpty();
        desk.lend("lina", "deputy", desk.clock.today(), desk.clock.today());
        assertThat(desk.orders.summary(order, deputy)).isPresent();
        assertThat(desk.orders.list(OrderFilter.ALL, OrderSort.NEWEST, "", 200, deputy).orders())
                .anyMatch(found -> found.number().equals(order));
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_effect() {
        Answer first = desk.register("KEY-1", "key-1", TestDesk.LINA);
        Answer again = desk.register("KEY-1", "key-1", TestDesk.LINA);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        desk.register("KEY-2", "key-2", TestDesk.LINA);
        assertThat(refusal(() -> desk.register("KEY-2b", "key-2", TestDesk.LINA)).reason())
                .isEqualTo(Refused.Reason.KEY_REUSED);
    }

    @Test
    void a_refusal_is_repeated_word_for_word() {
        desk.register("KEY-3", "key-3", TestDesk.LINA);
        Refused first = refusal(() -> desk.register("key - 3", "key-3b", TestDesk.LINA));
        Refused again = refusal(() -> desk.register("key - 3", "key-3b", TestDesk.LINA));
        assertThat(first.reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(first.words().key()).isEqualTo("kernel.contract-taken-by");
        Refused gaps = refusal(() -> desk.register("", "key-3c", TestDesk.LINA));
        assertThat(refusal(() -> desk.register("", "key-3c", TestDesk.LINA)).gaps()).isEqualTo(gaps.gaps()).isNotEmpty();
    }

    @Test
    void eight_at_once_with_one_key_have_one_effect() throws Exception {
        List<Object> outcomes = atOnce(each -> desk.register("ONE-KEY", "key-of-eight", TestDesk.LINA));
        assertThat(Set.copyOf(outcomes)).hasSize(1).first().isInstanceOf(Answer.class);
    }

    /** */
    @Test
    void a_framework_contract_carries_several_orders_and_a_sale_one() {
        String framework = "F-" + UUID.randomUUID();
        callOff(framework, "a1");
        callOff(framework, "a2");
        assertThat(refusal(() -> callOff(framework, " Ａ1")).reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(refusal(() -> callOff(framework, "")).reason()).as("as a sale").isEqualTo(Refused.Reason.CONFLICT);
        String sale = "S-" + UUID.randomUUID();
        callOff(sale, "");
        assertThat(refusal(() -> callOff(sale, "a1")).reason()).as("as a framework").isEqualTo(Refused.Reason.CONFLICT);
    }

    private Answer callOff(String contract, String callOff) {
        Values values = new Values(Map.of("contract", contract, "call-off", callOff));
        return desk.desk.submit(new Request(TestDesk.LINA, "trade/register", Optional.empty(), Optional.empty(), -1, values, ""));
    }

    @Test
    void of_eight_who_register_one_contract_one_wins() throws Exception {
        List<Object> outcomes = atOnce(each -> desk.register("RACE 1", "race-" + each, TestDesk.LINA));
        assertThat(outcomes).filteredOn(Answer.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .hasSize(THREADS - 1)
                .allSatisfy(each -> assertThat(((Refused) each).reason()).isEqualTo(Refused.Reason.CONFLICT));
    }

    @Test
    void commands_on_one_order_never_overlap() throws Exception {
        OrderNumber order = desk.register();
        AtomicInteger inside = new AtomicInteger();
        atOnce(each -> desk.act(order, file -> {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            file.note("trade.word", Text.plain("" + each), List.of());
            inside.decrementAndGet();
        }));
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 50, TestDesk.AUDITOR))
                .filteredOn(entry -> entry.kind().equals("trade.word"))
                .hasSize(THREADS);
    }

    @Test
    void a_stale_form_is_refused_and_names_who_changed_what() {
        OrderNumber order = desk.register();
        TaskId task = desk.task(order, TradeDepartment.SIGN);
        Act sign = sign("trade/sign");
        desk.commands.orderCommands().add(sign, Map.of());
        Offer offer = desk.desk.offer("trade/sign", Optional.of(order), Optional.of(task), TestDesk.LINA);
        desk.act(ZHAO, order, file -> file.assign(task, TestDesk.LINA.id()));
        Refused refused = refusal(() -> desk.desk.submit(desk.onTask(TestDesk.LINA, "trade/sign", order, task, offer.version())));
        desk.commands.orderCommands().remove(sign);
        assertThat(refused.reason()).isEqualTo(Refused.Reason.STALE);
        assertThat(refused.words().arguments()).contains(Text.of("console.person", "zhao"));
    }

    private Act sign(String name) {
        return new Act(name, Optional.of(TradeDepartment.SIGN), (file, task) -> {
            file.complete(task.orElseThrow().id(), Outcome.of("signed"));
            return Answer.of(Text.plain("signed"));
        });
    }

    @Test
    void a_task_is_done_once_and_the_second_is_told_by_whom() {
        OrderNumber order = desk.register();
        TaskId task = desk.task(order, TradeDepartment.SIGN);
        Act sign = sign("trade/sign-once");
        desk.commands.orderCommands().add(sign, Map.of());
        desk.desk.submit(desk.onTask(TestDesk.LINA, "trade/sign-once", order, task, -1));
        Refused refused = refusal(() -> desk.desk.submit(desk.onTask(ZHAO, "trade/sign-once", order, task, -1)));
        desk.commands.orderCommands().remove(sign);
        assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(refused.words().arguments()).contains(Text.of("console.person", "lina"));
        assertThat(desk.trade.completed).contains(order + " signed");
    }

    @Test
    void work_of_an_absent_department_cannot_be_ended() {
        OrderNumber order = desk.register();
        TaskId task = desk.task(order, TradeDepartment.SIGN);
        desk.departments.remove(desk.trade);
        Refused refused = refusal(() -> desk.act(order, file -> file.complete(task, Outcome.of("signed"))));
        Refused unknown = refusal(() -> desk.desk.submit(request("trade/gone", order)));
        desk.run(desk.trade);
        assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        assertThat(unknown.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        assertThat(refusal(() -> desk.desk.submit(request("trade/gone", order))).reason())
                .isEqualTo(Refused.Reason.NOT_FOUND);
    }

    private static Request request(String command, OrderNumber order) {
        return new Request(TestDesk.LINA, command, Optional.of(order), Optional.empty(), -1, Values.NONE,
                UUID.randomUUID().toString());
    }

    @Test
    void what_fails_is_rolled_back_as_a_whole() {
        OrderNumber order = desk.register();
        RuntimeException failed = catchThrowableOfType(RuntimeException.class, () -> desk.act(order, file -> {
            file.reach(TradeDepartment.SIGNED);
            throw new IllegalStateException("as the test wants");
        }));
        assertThat(failed).hasMessageContaining("reference");
        assertThat(desk.orders.milestones(order, TestDesk.AUDITOR)).hasSize(1);
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 50, TestDesk.AUDITOR))
                .noneMatch(entry -> entry.kind().equals("milestone.reached")
                        && entry.what().arguments().contains(Text.of("milestone.trade.signed")));
    }

    @Test
    void a_milestone_that_was_withdrawn_is_no_longer_stood_on() {
        OrderNumber order = desk.register();
        desk.act(order, file -> file.reach(TradeDepartment.SIGNED));
        assertThat(desk.orders.summary(order, TestDesk.AUDITOR).orElseThrow().milestone()).isEqualTo(TradeDepartment.SIGNED);
        desk.act(order, file -> file.withdraw(TradeDepartment.SIGNED, Text.plain("rework")));
        assertThat(desk.orders.summary(order, TestDesk.AUDITOR).orElseThrow().milestone())
                .isEqualTo(MilestoneName.ENTRY_REGISTERED);
    }

    @Test
    void the_journals_hold_and_a_changed_entry_is_found() {
        OrderNumber order = desk.register();
        Verification sound = desk.journals.verify();
        assertThat(sound.faults()).isEmpty();
        assertThat(sound.entries()).isPositive();
        tamper(order, "trade.forged");
        assertThat(desk.journals.verify().faults()).singleElement().asString().contains(order.value(), "changed");
        tamper(order, "order.registered");
        assertThat(desk.journals.verify().faults()).isEmpty();
    }

    private void tamper(OrderNumber order, String kind) {
        desk.transactions.command(() ->
                desk.rows.run("update kernel_journal set kind = ? where journal = ? and sequence = 1", kind, order));
    }

    private interface Attempt {
        Object of(int thread);
    }

    /** What each came to: its answer, or how it was refused. */
    private static List<Object> atOnce(Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Object>> all = IntStream.range(0, THREADS)
                    .<Callable<Object>>mapToObj(each -> () -> outcome(attempt, each))
                    .toList();
            List<Object> outcomes = new java.util.ArrayList<>();
            for (Future<Object> each : threads.invokeAll(all)) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static Object outcome(Attempt attempt, int thread) {
        try {
            return attempt.of(thread);
        } catch (Refused refused) {
            return refused;
        }
    }
}
