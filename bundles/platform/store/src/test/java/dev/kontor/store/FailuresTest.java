package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.api.desk.Refused;
import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.unit.Dialect;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A failure of the store")
class FailuresTest {

    private static final String INSERT = "insert into sales_thing (number, remarks, amount) values ('A1', '', 0)";

    @Test
    @DisplayName("in the moment of the commit is uncertain, and the next command works")
    void atCommit() {
        try (StoreHarness store = StoreHarness.postgresql()) {
            EntityManager sales = store.unit("sales");
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.transactions().command(() -> {
                        sales.createNativeQuery(INSERT).executeUpdate();
                        terminate(store, session(sales));
                        return "";
                    }))
                    .satisfies(failed -> assertThat(failed.uncertain()).isTrue())
                    .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.UNAVAILABLE));
            assertThat(store.transactions().<Integer>command(() -> sales.createNativeQuery(INSERT).executeUpdate())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("in the middle of a command is certain: nothing was kept")
    void inTheMiddle() {
        try (StoreHarness store = StoreHarness.postgresql()) {
            EntityManager sales = store.unit("sales");
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.transactions().command(() -> {
                        terminate(store, session(sales));
                        return sales.createNativeQuery(INSERT).executeUpdate();
                    }))
                    .satisfies(failed -> assertThat(failed.uncertain()).isFalse())
                    .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.UNAVAILABLE));
        }
    }

    @Test
    @DisplayName("of every idle connection, as after a restart of the server, passes")
    void restart() {
        try (StoreHarness store = StoreHarness.postgresql()) {
            EntityManager sales = store.unit("sales");
            List<Integer> sessions = new ArrayList<>();
            store.transactions().read(() -> sessions.add(session(sales)));
            terminate(store, sessions.get(0));
            int failures = 0;
            for (int tries = 0; tries < 5; tries++) {
                try {
                    store.transactions().<Integer>read(() -> session(sales));
                } catch (Refused failed) {
                    failures++;
                    assertThat(failed.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
                }
            }
            assertThat(failures).isLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("that stood still in a command until its session was ended may be repeated, and then works")
    void stoodStill() {
        try (StoreHarness store = StoreHarness.postgresql()) {
            EntityManager sales = store.unit("sales");
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.transactions().command(() -> {
                        sales.createNativeQuery(INSERT).executeUpdate();
                        sales.createNativeQuery("set local idle_in_transaction_session_timeout = 50").executeUpdate();
                        awaitEnd(store, session(sales));
                        return "";
                    }))
                    .satisfies(failed -> assertThat(failed.uncertain()).isFalse())
                    .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.RETRY));
            assertThat(store.transactions().<Integer>command(() -> sales.createNativeQuery(INSERT).executeUpdate())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    @DisplayName("of a broken statement is a defect")
    void defect(Dialect dialect) {
        try (StoreHarness store = StoreHarness.on(dialect)) {
            EntityManager sales = store.unit("sales");
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> store.transactions().command(() -> sales.createNativeQuery("delete from nowhere").executeUpdate()))
                    .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.OTHER));
        }
    }

    @Test
    @DisplayName("in what follows a commit holds up nothing else")
    void afterwards() {
        try (StoreHarness store = StoreHarness.derby()) {
            List<String> done = new ArrayList<>();
            store.transactions().command(() -> {
                store.transactions().afterCommit(() -> {
                    throw new IllegalArgumentException("nobody listens");
                });
                store.transactions().afterCommit(() -> done.add("second"));
                return "";
            });
            assertThat(done).containsExactly("second");
            assertThatIllegalStateException().isThrownBy(() -> store.transactions().afterCommit(() -> done.add("never")));
        }
    }

    private static int session(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select pg_backend_pid()").getSingleResult()).intValue();
    }

    private static void terminate(StoreHarness store, int session) {
        elsewhere(store, statement -> statement.execute("select pg_terminate_backend(" + session + ", 5000)"));
    }

    private static void awaitEnd(StoreHarness store, int session) {
        elsewhere(store, statement -> {
            boolean there = true;
            while (there) {
                try (ResultSet found = statement.executeQuery("select 1 from pg_stat_activity where pid = " + session)) {
                    there = found.next();
                }
            }
        });
    }

    private interface Sql {
        void run(Statement statement) throws SQLException;
    }

    /** On a thread of its own, because this one's connections are all the transaction's. */
    private static void elsewhere(StoreHarness store, Sql sql) {
        Thread other = new Thread(() -> {
            try (Connection connection = store.pool().getConnection(); Statement statement = connection.createStatement()) {
                sql.run(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
