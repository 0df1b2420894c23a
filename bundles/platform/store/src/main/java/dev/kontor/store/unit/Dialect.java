package dev.kontor.store.unit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Where the two databases differ. */
public enum Dialect {
    DERBY(Map.of("text", "clob", "bytes", "blob"), "values current schema"),
    POSTGRESQL(Map.of("text", "text", "bytes", "bytea"), "select current_schema()");

    private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR);

    private final Map<String, String> placeholders;
    private final String schemaQuery;

    Dialect(Map<String, String> placeholders, String schemaQuery) {
        this.placeholders = placeholders;
        this.schemaQuery = schemaQuery;
    }

    /** What {@code ${text}} and {@code ${bytes}} stand for in a unit's scripts. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** A name as the database keeps it when it was written without quotes. */
    public String kept(String name) {
        return switch (this) {
            case DERBY -> name.toUpperCase(Locale.ROOT);
            case POSTGRESQL -> name.toLowerCase(Locale.ROOT);
        };
    }

    /** Where the tables are; the pool's connections do not answer {@code getSchema}. */
    public String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(schemaQuery)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Compares the name itself, because in a pattern {@code _} stands for any letter and Derby knows no escape. */
    public boolean hasTable(Connection connection, String name) throws SQLException {
        try (ResultSet found = connection.getMetaData()
                .getTables(null, schema(connection), kept(name), new String[] {"TABLE"})) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(kept(name))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** For {@code order by}: by code point, whatever the database's own order of words is. */
    public String ordered(String column, int type) {
        return switch (this) {
            case DERBY -> column;
            case POSTGRESQL -> TEXTS.contains(type) ? column + " collate \"C\"" : column;
        };
    }

    public static Dialect of(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "Apache Derby" -> DERBY;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException(
                        "Kontor runs on Apache Derby and PostgreSQL, not on %s.".formatted(product));
            };
        }
    }
}
