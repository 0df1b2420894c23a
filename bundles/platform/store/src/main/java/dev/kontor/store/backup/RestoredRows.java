package dev.kontor.store.backup;

import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** One unit's rows, put into its tables and read again: they must give the digest they had. */
record RestoredRows(ZipFile zip, Manifest manifest, Connection connection, Dialect dialect) {

    void load(String unit) throws SQLException, IOException {
        List<Table> tables = Table.of(unit, connection, dialect);
        refuseOtherTables(unit, tables);
        List<Table> dependentFirst = new ArrayList<>(tables);
        Collections.reverse(dependentFirst);
        for (Table table : dependentFirst) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + table.name()); // what its scripts put there
            }
        }
        for (Table table : tables) {
            load(table);
        }
    }

    private void refuseOtherTables(String unit, List<Table> tables) {
        Set<String> here = tables.stream().map(Table::name).collect(Collectors.toSet());
        Set<String> there = manifest.tables().entrySet().stream()
                .filter(table -> table.getValue().unit().equals(unit))
                .map(table -> table.getKey())
                .collect(Collectors.toSet());
        if (!here.equals(there)) {
            throw new BackupRefused("Unit " + unit + " has the tables " + here + " here and " + there + " in the backup",
                    Text.of("store.restore-differs", unit));
        }
    }

    private void load(Table table) throws SQLException, IOException {
        Manifest.Rows expected = manifest.tables().get(table.name());
        Rows rows = new Rows(connection, dialect);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                zip.getInputStream(zip.getEntry(Manifest.entry(expected.unit(), table.name()))), StandardCharsets.UTF_8))) {
            rows.insert(table, lines);
        }
        try (Digests arrived = new Digests(OutputStream.nullOutputStream())) {
            long count = rows.write(table, arrived);
            String digest = arrived.digest();
            if (count != expected.count() || !digest.equals(expected.digest())) {
                throw new BackupRefused("%s: %d rows with digest %s left, %d with %s arrived".formatted(table.name(),
                        expected.count(), expected.digest(), count, digest), Text.of("store.restore-differs", table.name()));
            }
        }
    }
}
