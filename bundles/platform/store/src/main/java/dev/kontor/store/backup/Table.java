package dev.kontor.store.backup;

import dev.kontor.store.unit.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of a unit, as its database describes it; names in lower case.
 *
 * @param columns in their order
 * @param key the primary key's columns, in its order; rows are read by it, so that two databases give the same bytes
 */
record Table(String name, List<Column> columns, List<Column> key) {

    /** A column with its {@link java.sql.Types} number. */
    record Column(String name, int type) {}

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** A unit's tables, those that are referred to before those that refer to them. */
    static List<Table> of(String unit, Connection connection, Dialect dialect) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String schema = dialect.schema(connection);
        SortedMap<String, Table> tables = new TreeMap<>();
        try (ResultSet found = database.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String kept = found.getString("TABLE_NAME");
                if (kept.toLowerCase(Locale.ROOT).startsWith(unit + "_")) {
                    tables.put(lower(kept), table(kept, schema, database));
                }
            }
        }
        return ordered(tables, references(tables.keySet(), schema, database, dialect));
    }

    private static Table table(String kept, String schema, DatabaseMetaData database) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        try (ResultSet found = database.getColumns(null, schema, kept, "%")) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(kept)) {
                    String name = lower(found.getString("COLUMN_NAME"));
                    columns.put(name, new Column(name, found.getInt("DATA_TYPE")));
                }
            }
        }
        SortedMap<Integer, Column> key = new TreeMap<>();
        try (ResultSet found = database.getPrimaryKeys(null, schema, kept)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), columns.get(lower(found.getString("COLUMN_NAME"))));
            }
        }
        return new Table(lower(kept), List.copyOf(columns.values()), List.copyOf(key.values()));
    }

    private static Map<String, Set<String>> references(
            Set<String> tables, String schema, DatabaseMetaData database, Dialect dialect) throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        for (String table : tables) {
            Set<String> targets = new HashSet<>();
            try (ResultSet found = database.getImportedKeys(null, schema, dialect.kept(table))) {
                while (found.next()) {
                    targets.add(lower(found.getString("PKTABLE_NAME")));
                }
            }
            targets.remove(table);
            targets.retainAll(tables);
            references.put(table, targets);
        }
        return references;
    }

    private static List<Table> ordered(SortedMap<String, Table> tables, Map<String, Set<String>> references) {
        Map<String, Table> ordered = new LinkedHashMap<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            tables.forEach((name, table) -> {
                if (ordered.keySet().containsAll(references.get(name))) {
                    ordered.putIfAbsent(name, table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + references);
            }
        }
        return new ArrayList<>(ordered.values());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** By code point on both databases. */
    String select(Dialect dialect) {
        List<Column> order = key.isEmpty() ? columns : key;
        return "select %s from %s order by %s".formatted(
                columns.stream().map(Column::name).collect(Collectors.joining(", ")), name,
                order.stream().map(column -> dialect.ordered(column.name(), column.type())).collect(Collectors.joining(", ")));
    }

    String insert() {
        return "insert into %s (%s) values (%s)".formatted(name,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }
}
