package dev.kontor.store.backup;

import dev.kontor.store.unit.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which units have been filled from which backup: a table of the store's own, so that it is in the filling's transaction.
 *
 * @param backup the digest of its manifest
 */
record Restored(Connection connection, Dialect dialect, String backup) {

    boolean holds(String unit) throws SQLException {
        if (!dialect.hasTable(connection, "store_restored")) {
            return false;
        }
        try (PreparedStatement query =
                connection.prepareStatement("select unit from store_restored where unit = ? and backup = ?")) {
            query.setString(1, unit);
            query.setString(2, backup);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Makes the table if need be; both databases roll that back too. */
    void note(String unit) throws SQLException {
        if (!dialect.hasTable(connection, "store_restored")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table store_restored (unit varchar(100) not null, backup char(64) not null,"
                        + " constraint store_restored_pk primary key (unit, backup))");
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into store_restored (unit, backup) values (?, ?)")) {
            insert.setString(1, unit);
            insert.setString(2, backup);
            insert.executeUpdate();
        }
    }

    boolean hasRows(String unit) throws SQLException {
        for (Table table : Table.of(unit, connection, dialect)) {
            try (Statement statement = connection.createStatement()) {
                statement.setMaxRows(1);
                try (ResultSet found = statement.executeQuery("select 1 from " + table.name())) {
                    if (found.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
