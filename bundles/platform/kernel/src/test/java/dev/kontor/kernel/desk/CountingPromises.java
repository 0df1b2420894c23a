package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.TradeDepartment.Act;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.store.StoreHarness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Decisions that count over a customer's orders, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CountingPromises {

    private static final ConsultationPoint POINT = new ConsultationPoint("bank/credit");
    private static final int ROUNDS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Bank bank = new Bank();
    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        desk.sources.add(bank);
        desk.engine.at(POINT.value());
        desk.engine.at("trade/check");
        desk.commands.orderCommands().add(new Act("trade/grant", Optional.empty(), (file, task) -> grant(file)), Map.of());
    }

    @AfterEach
    void forget() {
        desk.engine.needs.clear();
        desk.engine.seen.clear();
        desk.departments.remove(bank);
    }

    @AfterAll
    void close() {
        threads.shutdown();
        desk.close();
    }

    /** How many orders of the group stand on {@code trade.granted}. */
    record Granted(int count) {}

    /** Counts over the orders of a group, and keeps what was decided. */
    private final class Bank implements FactSource, Department {

        private final List<String> decided = new ArrayList<>();
        private final Map<OrderNumber, Granted> told = new ConcurrentHashMap<>();

        @Override
        public Set<Class<? extends Record>> types() {
            return Set.of(Granted.class);
        }

        @Override
        public Collection<? extends Record> about(OrderFile file) {
            List<CustomerId> group = file.lock(file.summary().customer());
            String places = String.join(", ", group.stream().map(each -> "?").toList());
            Granted granted = new Granted(desk.rows.one("select count(*) from kernel_milestone m join kernel_order o"
                            + " on o.number = m.order_number where m.name = 'trade.granted' and o.customer in (" + places + ")",
                            group.toArray())
                    .orElseThrow()
                    .whole(0));
            told.put(file.number(), granted);
            return List.of(granted);
        }

        @Override
        public DepartmentId id() {
            return new DepartmentId("bank");
        }

        @Override
        public List<Arrival> opensOn() {
            return List.of();
        }

        @Override
        public Set<MilestoneName> reaches() {
            return Set.of();
        }

        @Override
        public void completed(OrderFile file, Task task, Outcome outcome) {
            // raises no tasks
        }

        @Override
        public void decided(OrderFile file, Decision decision) {
            decided.add(file.number() + " " + decision.point());
        }
    }

    /** One order of a group may be granted, and no more. */
    private Answer grant(OrderFile file) {
        file.consult(Question.at(POINT));
        if (bank.told.get(file.number()).count() > 0) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.plain("taken"));
        }
        file.reach(TradeDepartment.GRANTED);
        return Answer.of(Text.plain("granted"), file.number());
    }

    private boolean asked(OrderNumber order) {
        try {
            desk.desk.submit(new Request(
                    TestDesk.LINA, "trade/grant", Optional.of(order), Optional.empty(), -1, Values.NONE, order + " key"));
            return true;
        } catch (Refused refused) {
            assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT);
            return false;
        }
    }

    /** All at one instant; answers how many were granted. */
    private long atOnce(List<OrderNumber> orders) throws Exception {
        CyclicBarrier start = new CyclicBarrier(orders.size());
        List<Callable<Boolean>> each = orders.stream()
                .<Callable<Boolean>>map(order -> () -> {
                    start.await();
                    return asked(order);
                })
                .toList();
        long granted = 0;
        for (Future<Boolean> answer : threads.invokeAll(each)) {
            granted += answer.get() ? 1 : 0;
        }
        return granted;
    }

    private void counting() {
        desk.engine.needs.add(Granted.class.getName());
    }

    private void leave(OrderNumber order) {
        desk.act(order, file -> file.withdraw(TradeDepartment.GRANTED, Text.plain("next round")));
    }

    @Test
    @DisplayName("Of two orders of one customer judged at one instant the second sees the first")
    void twoOrdersNeverTakeTheSameRoom() throws Exception {
        counting();
        List<OrderNumber> orders = List.of(desk.register(), desk.register());
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atOnce(fresh(orders))).isEqualTo(1);
        }
    }

    /** Nothing is granted, and no answer is kept under the keys. */
    private List<OrderNumber> fresh(List<OrderNumber> orders) {
        orders.forEach(this::leave);
        desk.transactions.command(() -> desk.rows.run("delete from kernel_key"));
        return orders;
    }

    @Test
    @DisplayName("Affiliates count together, in whatever order they come, and nobody is told of a deadlock")
    void affiliatesAreLockedInOneOrder() throws Exception {
        counting();
        List<OrderNumber> orders = List.of("A-3", "A-1", "A-2", "A-3", "A-2", "A-1").stream().map(desk::registerFor).toList();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atOnce(fresh(orders))).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("A command begun anew with its customers first leaves one trace of itself")
    void begunAnewItLeavesOneTrace() {
        counting();
        OrderNumber order = desk.register();
        desk.act(order, file -> {
            file.note("trade.before", Text.plain("before the customers are locked"), List.of());
            file.consult(Question.at(POINT));
        });
        List<String> kinds = desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR).stream()
                .map(entry -> entry.kind())
                .toList();
        assertThat(kinds).containsOnlyOnce("trade.before", "rules.decided");
    }

    @Test
    @DisplayName("The department whose point it is hears of the decision; while it is away nothing is decided there but deadlines")
    void theOwnerHearsOfADecision() {
        OrderNumber order = desk.register();
        desk.departments.add(bank);
        desk.act(order, file -> file.consult(Question.at(POINT)));
        assertThat(bank.decided).containsExactly(order + " " + POINT);

        desk.departments.remove(bank);
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "bank", Map.of(), desk.clock.now());
            return true;
        });
        Refused refused = catchThrowableOfType(
                Refused.class, () -> desk.act(order, file -> file.consult(Question.at(POINT))));
        assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        desk.act(order, file -> file.consult(Question.at(POINT).addingOnly()));
        desk.transactions.command(() -> desk.roster.remove(RosterRows.DEPARTMENT, "bank"));
    }
}
