package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.arrival.ArrivalDispatcher;
import dev.kontor.kernel.roster.RosterRows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A department opens on several sets of milestones")
@ParameterizedClass
@EnumSource(Database.class)
class ArrivalTest {

    private static final String SIGNED = "trade.signed";
    private static final String GRANTED = "trade.granted";
    private static final String BOTH = "both";

    private final TestDesk desk;
    private final Shipping shipping = new Shipping();

    ArrivalTest(Database database) {
        desk = new TestDesk(database.open());
    }

    /** Opens on either milestone, and on both. */
    private static final class Shipping implements Department {

        private final List<String> opened = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile List<Arrival> arrivals = List.of(
                Arrival.on(TradeDepartment.SIGNED, file -> open(SIGNED, file)),
                Arrival.on(TradeDepartment.GRANTED, file -> open(GRANTED, file)),
                new Arrival(BOTH, Set.of(TradeDepartment.SIGNED, TradeDepartment.GRANTED), this::openBoth));

        private void open(String arrival, OrderFile file) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            opened.add(arrival + " " + file.summary().revision());
            inside.decrementAndGet();
        }

        private void openBoth(OrderFile file) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("as the test wants");
            }
            open(BOTH, file);
        }

        @Override
        public DepartmentId id() {
            return new DepartmentId("shipping");
        }

        @Override
        public List<Arrival> opensOn() {
            return arrivals;
        }

        @Override
        public Set<MilestoneName> reaches() {
            return Set.of();
        }

        @Override
        public void completed(OrderFile file, Task task, Outcome outcome) {
            // raises no tasks
        }
    }

    @BeforeEach
    void enrol() {
        desk.departments.add(desk.trade);
        desk.departments.add(shipping);
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "shipping", RosterRows.opensOn(shipping), desk.clock.now());
            return true;
        });
        desk.startArrivals();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void reach(OrderNumber order, MilestoneName... milestones) {
        desk.act(order, file -> List.of(milestones).forEach(file::reach));
    }

    /** The arrivals at the department that are on their way. */
    private List<String> underWay(OrderNumber order) {
        return desk.rows("select arrival from kernel_arrival where department = 'shipping' and order_number = ? order by arrival", order);
    }

    private void handedOver(OrderNumber order) {
        eventually(() -> underWay(order).isEmpty());
    }

    @Test
    @DisplayName("a milestone that completes two sets brings the file twice, each time for what it completes")
    void oneMilestoneCompletesTwoSets() {
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED);
        handedOver(order);
        assertThat(shipping.opened).containsExactly("trade.signed 0");

        reach(order, TradeDepartment.GRANTED);
        handedOver(order);

        assertThat(shipping.opened).containsExactlyInAnyOrder("trade.signed 0", "trade.granted 0", "both 0");
    }

    @Test
    @DisplayName("each comes once for each revision, also where its milestones are reached one by one")
    void onceForEachRevision() {
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
        handedOver(order);
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, 100)));
        reach(order, TradeDepartment.SIGNED);
        reach(order, TradeDepartment.GRANTED);
        reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
        handedOver(order);

        assertThat(shipping.opened).containsExactlyInAnyOrder(
                "trade.signed 0", "trade.granted 0", "both 0", "trade.signed 1", "trade.granted 1", "both 1");
    }

    @Test
    @DisplayName("while the department is away all of them wait, and people read once whom the order waits for")
    void allWaitWhileItIsAway() {
        desk.departments.remove(shipping);
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
        assertThat(underWay(order)).containsExactly(BOTH, GRANTED, SIGNED);
        assertThat(desk.orders.waiting(order, TestDesk.AUDITOR)).extracting(Waiting::kind).containsOnlyOnce("roster");

        desk.departments.add(shipping);
        handedOver(order);

        assertThat(shipping.opened).containsExactlyInAnyOrder("trade.signed 0", "trade.granted 0", "both 0");
    }

    @Test
    @DisplayName("one that fails is tried again and holds up no other of the same department")
    void oneThatFailsHoldsUpNoOther() {
        shipping.failures.set(2);
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
        handedOver(order);

        assertThat(shipping.opened).hasSize(3).last().isEqualTo("both 0");
    }

    @Test
    @DisplayName("one that a version of the department no longer names waits for a version that does")
    void oneThatIsNamedNoMoreWaits() {
        List<Arrival> all = shipping.arrivals;
        comesAs(all.subList(0, 2));
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
        eventually(() -> !desk.rows("select arrival from kernel_arrival where order_number = ? and arrival = 'both' and failure <> ''", order)
                .isEmpty());
        eventually(() -> underWay(order).equals(List.of(BOTH)));

        comesAs(all);
        handedOver(order);

        assertThat(shipping.opened).last().isEqualTo("both 0");
    }

    /** Another version of the bundle is another service. */
    private void comesAs(List<Arrival> arrivals) {
        desk.departments.remove(shipping);
        shipping.arrivals = arrivals;
        desk.departments.add(shipping);
    }

    @Test
    @DisplayName("nothing is handed over, and so nothing fails, while rules cannot be asked yet")
    void waitsForRules() {
        desk.engineRuns = false;
        OrderNumber order = desk.register();
        reach(order, TradeDepartment.SIGNED);
        int before = desk.looked.get();
        eventually(() -> desk.looked.get() > before + 1);
        assertThat(underWay(order)).containsExactly(SIGNED);
        assertThat(shipping.opened).isEmpty();

        desk.engineRuns = true;
        handedOver(order);

        assertThat(shipping.opened).containsExactly("trade.signed 0");
    }

    @Test
    @DisplayName("two nodes hand over each arrival once, and those of one order one after the other")
    void twoNodesNeverOverlap() {
        ArrivalDispatcher other = new ArrivalDispatcher(
                desk.transactions, desk.arrivals, desk.departments, desk.platform, desk.rules, desk.clock, desk.wall);
        try {
            OrderNumber order = desk.register();
            IntStream.rangeClosed(1, 10).forEach(revision -> {
                desk.act(order, file -> file.revise(FlowPromises.content(file, revision, 100)));
                reach(order, TradeDepartment.SIGNED, TradeDepartment.GRANTED);
            });
            handedOver(order);
        } finally {
            other.stop();
        }
        assertThat(shipping.opened).hasSize(30);
        assertThat(shipping.most).hasValue(1);
    }

    @Test
    @DisplayName("two of one name are a defect that names the department")
    void twoOfOneName() {
        shipping.arrivals = List.of(
                Arrival.on(TradeDepartment.SIGNED, file -> {}), new Arrival(SIGNED, Set.of(TradeDepartment.GRANTED), file -> {}));

        assertThatIllegalStateException().isThrownBy(() -> RosterRows.opensOn(shipping)).withMessageContaining("shipping");
    }
}
