package dev.kontor.testkit.conformance;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.RuleBook;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A department that answers the platform badly is told so in a sentence")
final class CallbackCheckTest {

    private static final ConsultationPoint POINT = new ConsultationPoint("customs/statement");
    private static final MilestoneName STATED = new MilestoneName("customs.stated");
    private static final NewTask WORK = NewTask.of(new TaskKind("customs.statement"), new Role("customs.clerk"));

    private static StoreHarness store;

    @BeforeAll
    static void open() {
        store = StoreHarness.derby();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void oneThatRaisesItsWorkAgainAtEveryArrival() {
        assertThat(check(file -> file.raise(WORK)).repeated()).singleElement().asString()
                .contains("there is [task customs.statement, milestone", "again [task customs.statement, task customs.statement, milestone");
    }

    @Test
    void oneThatLooksFirstIsFine() {
        assertThat(check(file -> {
            if (file.openTasks(WORK.kind()).isEmpty()) {
                file.raise(WORK);
            }
        }).repeated()).isEmpty();
    }

    @Test
    void oneThatTellsPeopleAgainAtEveryArrival() {
        assertThat(check(file -> file.notify(WORK.role(), Text.of("customs.look"))).repeated()).singleElement().asString().contains("again [", "notice Text[key=customs.look");
    }

    @Test
    void oneThatRemembersInAFieldWhatTheStoreHasUndone() {
        Set<OrderNumber> seen = new HashSet<>();
        assertThat(check(file -> {
            if (seen.add(file.number())) {
                file.raise(WORK);
            }
        }).repeated()).singleElement().asString().contains("which the store undid, left [task customs.statement, milestone", "Maybe a field remembers");
    }

    @Test
    void oneThatWritesARowAgainAtEveryArrival() {
        List<String> rows = new ArrayList<>();
        assertThat(check(file -> rows.add("customs_seen [%d]".formatted(rows.size())), () -> List.copyOf(rows)).repeated())
                .singleElement().asString().contains("again [", "row customs_seen [2]");
    }

    @Test
    void oneThatWaits() {
        assertThat(check(file -> LockSupport.parkNanos(1)).prompt()).singleElement().asString()
                .contains("The callback of the arrival review.cleared waits for something each time");
    }

    @Test
    void oneThatWaitsOnceByChanceIsFine() {
        AtomicBoolean chance = new AtomicBoolean(true);
        assertThat(check(file -> {
            if (chance.getAndSet(false)) {
                LockSupport.parkNanos(1);
            }
        }).prompt()).isEmpty();
    }

    @Test
    void oneThatComputesForSeconds() {
        assertThat(check(CallbackCheckTest::compute).prompt()).singleElement().asString().contains("The callback of the arrival review.cleared took", "ms of processor time");
    }

    @Test
    void oneThatStartsAThread() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertThat(check(file -> start(end)).prompt()).singleElement().asString().contains("The thread background goes on");
        } finally {
            end.countDown();
        }
    }

    @Test
    void oneThatGoesOnWithoutTheRules() {
        assertThat(check(file -> {
            try {
                file.consult(Question.at(POINT));
            } catch (Refused ignored) {
                file.notify(new Role("customs.clerk"), ignored.words());
            }
            file.reach(STATED);
        }).closed()).singleElement().asString().contains("customs.stated was reached although the rules could not be asked");
    }

    @Test
    void oneThatLetsTheRefusalPassIsFine() {
        assertThat(check(file -> {
            file.consult(Question.at(POINT));
            file.reach(STATED);
        }).closed()).isEmpty();
    }

    private static void compute(OrderFile file) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + 1_050_000_000L;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void start(CountDownLatch end) {
        Thread thread = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }, "background");
        thread.start();
    }

    private static CallbackCheck check(Consumer<OrderFile> arrival) {
        return check(arrival, List::of);
    }

    private static CallbackCheck check(Consumer<OrderFile> arrival, Supplier<List<String>> rows) {
        BadDepartment department = new BadDepartment("customs", Set.of(STATED), arrival);
        return new CallbackCheck(List.of(department), anOrder().build(), RuleBook.of(List.of()), store::transactions, rows);
    }
}
