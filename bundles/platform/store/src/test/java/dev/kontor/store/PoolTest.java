package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Enlistment;
import java.util.UUID;
import org.apache.aries.transaction.internal.AriesTransactionManagerImpl;
import org.apache.aries.transaction.jdbc.RecoverableDataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A pool")
class PoolTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ofTheProductTakesPartInTransactions(Dialect dialect) throws Exception {
        try (StoreHarness store = StoreHarness.on(dialect)) {
            assertThat(new Enlistment(store.pool(), dialect, store.transactions()).works()).isTrue();
        }
    }

    @Test
    void asPaxJdbcMakesItWithoutXaDoesNot() throws Exception {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:" + UUID.randomUUID());
        database.setCreateDatabase("create");
        RecoverableDataSource pool = new RecoverableDataSource();
        pool.setDataSource(database);
        pool.start();
        assertThat(new Enlistment(pool, Dialect.DERBY, new JtaTransactions(new AriesTransactionManagerImpl())).works()).isFalse();
        pool.stop();
    }
}
