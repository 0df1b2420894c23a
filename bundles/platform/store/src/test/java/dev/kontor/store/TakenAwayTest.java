package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.unit.Dialect;
import jakarta.persistence.EntityManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("A transaction that is taken away from its thread")
class TakenAwayTest {

    private static final int MORE_THAN_THE_POOL_HAS = 20;

    @Parameter
    private Dialect dialect;

    private final TransactionManager manager = StoreHarness.transactionManager();
    private StoreHarness store;
    private Transactions transactions;
    private EntityManager sales;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        transactions = store.transactions();
        sales = store.unit("sales");
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

    private long sold() {
        return transactions.read(() -> ((Number) sales.createNativeQuery("select count(*) from sales_thing").getSingleResult()).longValue());
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void inCommand(Deed deed) {
        transactions.command(() -> {
            sell("A1");
            try {
                deed.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return sell("A2");
        });
    }

    @Test
    void whatSomebodyElseCommitsIsRolledBackAndTheCommandGoesNoFurther() {
        assertThatThrownBy(() -> inCommand(() -> {
                    try {
                        manager.commit();
                    } catch (javax.transaction.RollbackException expected) {
                        assertThat(transactions.intact()).isFalse();
                    }
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sold()).isZero();
        assertThat(transactions.intact()).isTrue();
    }

    @Test
    void afterSomebodyElsesRollbackNothingIsWrittenByItself() {
        assertThatThrownBy(() -> inCommand(manager::rollback)).isInstanceOf(IllegalStateException.class);

        assertThat(sold()).isZero();
    }

    @Test
    void aTransactionThatIsSetAsideIsRolledBackAndItsLocksAreGone() {
        assertThatThrownBy(() -> inCommand(manager::suspend)).isInstanceOf(RuntimeException.class);

        assertThat(transactions.command(() -> sell("A1"))).isOne();
        assertThat(sold()).isOne();
    }

    @Test
    void aTransactionBegunOnTopIsDropped() {
        assertThatThrownBy(() -> inCommand(() -> {
                    manager.suspend();
                    manager.begin();
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(transactions.command(() -> sell("A1"))).isOne();
    }

    @Test
    void aThreadThatIsGivenUpLetsGoOfItsLocksAtOnceAndKeepsNothing() throws Exception {
        CountDownLatch sold = new CountDownLatch(1);
        AtomicBoolean spins = new AtomicBoolean(true);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread hung = new Thread(() -> {
            try {
                inCommand(() -> {
                    sold.countDown();
                    while (spins.get()) {
                        Thread.onSpinWait();
                    }
                });
                end.complete(null);
            } catch (IllegalStateException late) {
                end.complete(late);
            }
        });
        hung.start();
        assertThat(sold.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(transactions.giveUp(hung)).isTrue();
        assertThat(transactions.command(() -> sell("A1"))).as("the same key, still held by the other before").isOne();
        ((JtaTransactions) transactions).alone(() -> true);
        spins.set(false);

        assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThat(sold()).isOne();
        for (int i = 0; i < 40; i++) { // more than the pool has connections
            assertThat(sold()).isOne();
        }
    }

    @Test
    @DisplayName("costs no connection when it was given up while it waited for a row, however often")
    void aThreadThatIsGivenUpWhileItWaitsForARowCostsNoConnection() throws Exception {
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            Thread waiting = new Thread(() -> catchThrowable(() -> transactions.command(() -> sell("A1"))));
            assertThatThrownBy(() -> inCommand(() -> {
                        waiting.start();
                        while (waiting.isAlive() && !waitsInTheDriver(waiting)) {
                            Thread.onSpinWait();
                        }
                        assertThat(waiting.isAlive()).isTrue();
                        assertThat(transactions.giveUp(waiting)).isTrue();
                        throw new IllegalStateException("as the test wants");
                    }))
                    .hasRootCauseMessage("as the test wants");
            waiting.join();
        }

        ((JtaTransactions) transactions).alone(() -> true);
        assertThat(transactions.command(() -> sell("A1"))).isOne();
        assertThat(sold()).isOne();
    }

    private static boolean waitsInTheDriver(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .anyMatch(place -> place.equals("org.apache.derby.impl.services.locks.ActiveLock.waitForGrant")
                        || place.equals("org.postgresql.core.v3.QueryExecutorImpl.processResults"));
    }

    @Test
    void whatIsBeingCommittedIsToBeWaitedFor() throws Exception {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread slow = new Thread(() -> end.complete(transactions.command(() -> {
            try {
                manager.getTransaction().registerSynchronization(new Waiting(committing, go));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return sell("A1");
        })));
        slow.start();
        assertThat(committing.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(transactions.giveUp(slow)).isFalse();
        go.countDown();

        assertThat(end.get(30, TimeUnit.SECONDS)).isOne();
        assertThat(sold()).isOne();
    }

    private record Waiting(CountDownLatch committing, CountDownLatch go) implements javax.transaction.Synchronization {

        @Override
        public void beforeCompletion() {
            committing.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
