package dev.kontor.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Every row of a store that is small still, table by table. */
record Snapshot(List<Table> tables) {

    private static final String SCHEMA = "APP";
    private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB);

    /**
     * @param key place of the column that alone tells a row from others; -1 where none does
     * @param uniques places of the columns that no two rows have alike, of each such index
     */
    record Table(String name, List<String> columns, int key, List<List<Integer>> uniques, List<Object[]> rows) {

        int column(String name) {
            return columns.indexOf(name);
        }

        Table with(List<Object[]> others) {
            return new Table(name, columns, key, uniques, others);
        }
    }

    static Snapshot of(Connection connection, Predicate<String> wanted) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : texts(connection.getMetaData().getTables(null, SCHEMA, null, new String[] {"TABLE"}), 3)) {
            if (wanted.test(name)) {
                tables.add(table(connection, name));
            }
        }
        connection.rollback();
        return new Snapshot(tables);
    }

    private static Table table(Connection connection, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        try (ResultSet found = connection.createStatement().executeQuery("select * from " + name)) {
            ResultSetMetaData about = found.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = TEXTS.contains(about.getColumnType(i + 1)) ? found.getString(i + 1) : found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        DatabaseMetaData about = connection.getMetaData();
        List<String> key = texts(about.getPrimaryKeys(null, SCHEMA, name), 4);
        return new Table(name.toLowerCase(Locale.ROOT), columns,
                key.size() == 1 ? columns.indexOf(key.get(0).toLowerCase(Locale.ROOT)) : -1, uniques(about, name, columns), rows);
    }

    private static List<List<Integer>> uniques(DatabaseMetaData about, String table, List<String> columns) throws SQLException {
        Map<String, List<Integer>> uniques = new LinkedHashMap<>();
        try (ResultSet found = about.getIndexInfo(null, SCHEMA, table, true, true)) {
            while (found.next()) {
                uniques.computeIfAbsent(found.getString("INDEX_NAME"), index -> new ArrayList<>())
                        .add(columns.indexOf(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT)));
            }
        }
        return List.copyOf(uniques.values());
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                texts.add(rows.getString(column));
            }
        }
        return texts;
    }
}
