package dev.kontor.store.unit;

import dev.kontor.store.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether the pool's connections take part in transactions, found out by trying: the drivers' flags do not tell. Pax
 * JDBC's do with {@code xa = true} only; with another setting each statement is kept by itself, whatever is rolled back
 * later, and nothing else would show it.
 */
public record Enlistment(DataSource pool, Dialect dialect, Transactions transactions) {

    public boolean works() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (!dialect.hasTable(connection, "store_trial")) {
                execute(connection, "create table store_trial (a smallint not null)");
            }
            execute(connection, "delete from store_trial");
        }
        transactions.read(this::written); // a read is rolled back
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select a from store_trial")) {
            return !kept.next();
        }
    }

    private boolean written() {
        try (Connection connection = pool.getConnection()) {
            execute(connection, "insert into store_trial (a) values (1)");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
