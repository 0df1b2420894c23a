package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("One transaction over several units")
class TransactionsTest {

    @Parameter
    private Dialect dialect;

    private StoreHarness store;
    private Transactions transactions;
    private EntityManager sales;
    private EntityManager credit;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        transactions = store.transactions();
        sales = store.unit("sales");
        credit = store.unit("credit");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int sell(String number) {
        return sales.createNativeQuery("insert into sales_thing (number, remarks, amount) values (?, '高温', 0)")
                .setParameter(1, number)
                .executeUpdate();
    }

    private int lend(String number, long amount) {
        return credit.createNativeQuery("insert into credit_thing (number, remarks, amount) values (?, '', ?)")
                .setParameter(1, number)
                .setParameter(2, amount)
                .executeUpdate();
    }

    private long rows(String table) {
        return transactions.read(() -> count(table));
    }

    private long count(String table) {
        return ((Number) sales.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }

    @Test
    void bothUnitsAreKeptTogetherOnOneConnection() {
        transactions.command(() -> {
            sell("A1");
            lend("A1", 100);
            assertThat(count("credit_thing")).as("what the other unit has not committed yet").isEqualTo(1);
            return "";
        });
        assertThat(rows("sales_thing")).isEqualTo(1);
        assertThat(rows("credit_thing")).isEqualTo(1);
    }

    @Test
    void bothUnitsAreDroppedTogetherAndWhatFollowsACommitDoesNotHappen() {
        List<String> after = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.command(() -> {
                    sell("A1");
                    lend("A1", 100);
                    transactions.afterCommit(() -> after.add("told"));
                    throw new IllegalStateException("changed my mind");
                }))
                .withMessage("changed my mind");
        assertThat(rows("sales_thing")).isZero();
        assertThat(rows("credit_thing")).isZero();
        assertThat(after).isEmpty();
        assertThat(transactions.active()).isFalse();
    }

    @Test
    void whatFollowsACommitHappensAfterIt() {
        List<Boolean> active = new ArrayList<>();
        transactions.command(() -> {
            sell("A1");
            transactions.afterCommit(() -> active.add(transactions.active()));
            return "";
        });
        assertThat(active).containsExactly(false);
    }

    @Test
    void aReadKeepsNothing() {
        transactions.read(() -> sell("A1"));
        assertThat(rows("sales_thing")).isZero();
    }

    @Test
    void aTakenKeyIsADuplicateThatNamesItsConstraint() {
        transactions.command(() -> sell("A1"));
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> transactions.command(() -> sell("A1")))
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.DUPLICATE))
                .satisfies(failed -> assertThat(failed.constraint()).isEqualTo("sales_thing_pk"));
    }

    @Test
    void whoLosesADeadlockMayTryAgain() throws InterruptedException {
        transactions.command(() -> lend("A1", 1) + lend("A2", 2));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<StoreFailed.Trouble> troubles = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Stream.of(List.of("A1", "A2"), List.of("A2", "A1"))
                .map(order -> new Thread(() -> crossing(order, bothHoldOne, troubles)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(troubles).containsExactly(Trouble.RETRY);
    }

    private void crossing(List<String> order, CyclicBarrier bothHoldOne, List<StoreFailed.Trouble> troubles) {
        try {
            transactions.command(() -> {
                raise(order.get(0));
                meet(bothHoldOne);
                return raise(order.get(1));
            });
        } catch (StoreFailed failed) {
            troubles.add(failed.trouble());
        }
    }

    private int raise(String number) {
        return credit.createNativeQuery("update credit_thing set amount = amount + 1 where number = ?")
                .setParameter(1, number)
                .executeUpdate();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEntityManagerOutsideACommandRefuses() {
        assertThatIllegalStateException().isThrownBy(() -> sell("A1")).withMessageContaining("outside a command");
    }

    @Test
    void aCommandInACommandRefuses() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.command(() -> transactions.command(() -> "")));
    }

    @Test
    void scriptsThatAreTheSameAreNotRunAgainAndOnesThatChangedAreRefused() throws Exception {
        Migration migration = new Migration(store.pool(), dialect);
        TreeMap<String, String> scripts = new TreeMap<>();
        scripts.put("V1__one.sql", "create table one_thing (a integer not null)");
        assertThat(migration.run("one", scripts)).isTrue();
        assertThat(migration.run("one", scripts)).isFalse();
        scripts.put("V2__more.sql", "create table one_more (a ${bytes} not null)");
        assertThat(migration.run("one", scripts)).isTrue();
        scripts.put("V1__one.sql", "create table one_thing (a bigint not null)");
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> migration.run("one", scripts))
                .withMessageContaining("checksum");
    }
}
