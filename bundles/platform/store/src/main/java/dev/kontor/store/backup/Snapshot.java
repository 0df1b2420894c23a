package dev.kontor.store.backup;

import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Every unit's rows as they were at one moment, laid into a folder. PostgreSQL gives that by itself; Derby would block
 * writers in the middle of their work, so there commands wait before they begin.
 */
record Snapshot(DataSource pool, Dialect dialect, JtaTransactions transactions) {

    /** Writes {@code <table>.jsonl} files and says what they are. */
    Manifest into(Path folder) throws IOException {
        try {
            return switch (dialect) {
                case DERBY -> transactions.alone(() -> taken(folder, Connection.TRANSACTION_READ_COMMITTED));
                case POSTGRESQL -> taken(folder, Connection.TRANSACTION_REPEATABLE_READ);
            };
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Manifest taken(Path folder, int isolation) {
        try (Connection connection = pool.getConnection()) {
            int before = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            try {
                return written(connection, folder);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(before);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("The tables could not be read", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest written(Connection connection, Path folder) throws SQLException, IOException {
        Manifest manifest = Manifest.empty();
        for (String unit : units(connection)) {
            manifest.versions().put(unit, Migration.version(connection, unit));
            for (Table table : Table.of(unit, connection, dialect)) {
                manifest.tables().put(table.name(), written(connection, unit, table, folder));
            }
        }
        return manifest;
    }

    private Manifest.Rows written(Connection connection, String unit, Table table, Path folder) throws SQLException, IOException {
        Path file = folder.resolve(table.name() + ".jsonl");
        try (Digests out = new Digests(new BufferedOutputStream(Files.newOutputStream(file)))) {
            long count = new Rows(connection, dialect).write(table, out);
            return new Manifest.Rows(unit, count, out.digest());
        }
    }

    private static List<String> units(Connection connection) throws SQLException {
        List<String> units = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select unit from store_unit order by unit")) {
            while (found.next()) {
                units.add(found.getString(1));
            }
        }
        return units;
    }
}
