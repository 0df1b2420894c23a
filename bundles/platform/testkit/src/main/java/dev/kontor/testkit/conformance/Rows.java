package dev.kontor.testkit.conformance;

import dev.kontor.store.StoreHarness;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Every row of a unit's tables, in words: to see whether what was done twice has done anything more. */
final class Rows implements Supplier<List<String>> {

    private final StoreHarness store;
    private final String unit;

    private Rows(StoreHarness store, String unit) {
        this.store = store;
        this.unit = unit;
    }

    /** @param unit as the manifest names it; none has no rows */
    static Supplier<List<String>> of(StoreHarness store, String unit) {
        return unit.isEmpty() ? List::of : new Rows(store, unit);
    }

    @Override
    public List<String> get() {
        try (Connection connection = store.pool().getConnection()) {
            List<String> rows = new ArrayList<>();
            for (String table : tables(connection)) {
                rows(connection, table, rows);
            }
            return rows.stream().sorted().toList();
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(unit + "_")).toList();
    }

    private static void rows(Connection connection, String table, List<String> rows) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(found.getString(column)));
                }
                rows.add(table.toLowerCase(Locale.ROOT) + " " + values);
            }
        }
    }
}
