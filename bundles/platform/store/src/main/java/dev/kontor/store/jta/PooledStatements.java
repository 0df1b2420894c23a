package dev.kontor.store.jta;

import dev.kontor.store.Statements;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.unit.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements on a pool's connection, each prepared once in a transaction. */
public final class PooledStatements implements Statements {

    private static final Logger LOG = LoggerFactory.getLogger(PooledStatements.class);

    private final DataSource pool;

    public PooledStatements(DataSource pool) {
        this.pool = GuardedPool.of(pool);
    }

    private interface Step<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /** The connection, which its pool takes part in the transaction with, and what was prepared on it. */
    private record Session(Connection connection, Map<String, PreparedStatement> prepared) implements Scope.Part {

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement known = prepared.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                prepared.put(sql, known);
            }
            return known;
        }

        @Override
        public void flush() {
            // everything was sent when it was asked
        }

        @Override
        public void end() {
            prepared.values().forEach(Session::close);
            close(connection);
        }

        private static void close(AutoCloseable what) {
            try {
                what.close();
            } catch (Exception e) { // a wall: what the transaction came to is decided, and the pool gives up what is broken
                LOG.debug("{} was broken already.", what, e);
            }
        }
    }

    private <R> R with(String sql, Step<R> step) {
        try {
            return step.on(session().statement(sql));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Session session() {
        return Scope.current()
                .orElseThrow(() -> new IllegalStateException("Statements are used outside a command or read of the desk."))
                .part(this, Session.class, this::begin);
    }

    private Session begin() {
        try {
            return new Session(pool.getConnection(), new HashMap<>());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StoreFailed failed(SQLException e) {
        return (StoreFailed) Failures.asStoreFailure(e, false);
    }

    @Override
    public int run(String sql, List<?> values) {
        return with(sql, statement -> {
            fill(statement, values);
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean hold(String table, String key, Object value) {
        return !all(dialect().holding("select 1 from %s where %s = ?".formatted(table, key)), List.of(value)).isEmpty();
    }

    private Dialect dialect() {
        try {
            return Dialect.of(session().connection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void each(String sql, Collection<? extends List<?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(sql, statement -> {
            for (List<?> values : rows) {
                fill(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public List<Object[]> all(String sql, List<?> values) {
        return with(sql, statement -> {
            fill(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                return rows(found);
            }
        });
    }

    private static void fill(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static List<Object[]> rows(ResultSet found) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        boolean[] isLong = new boolean[columns.getColumnCount()];
        for (int i = 0; i < isLong.length; i++) {
            isLong[i] = columns.getColumnType(i + 1) == Types.CLOB;
        }
        List<Object[]> rows = new ArrayList<>();
        while (found.next()) {
            Object[] row = new Object[isLong.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = isLong[i] ? found.getString(i + 1) : found.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }
}
