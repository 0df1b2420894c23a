package dev.kontor.store.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
    DERBY(Map.of("text", "clob", "bytes", "blob"), "values current schema",
            "select t.tablename from sys.systables t join sys.sysschemas s on t.schemaid = s.schemaid"
                    + " where s.schemaname = current schema and t.tablename = ?"),
    POSTGRESQL(Map.of("text", "text", "bytes", "bytea"), "select current_schema()",
            "select tablename from pg_catalog.pg_tables where schemaname = current_schema() and tablename = ?");

    private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR);

    private final Map<String, String> placeholders;
    private final String schemaQuery;
    private final String tableQuery;

    Dialect(Map<String, String> placeholders, String schemaQuery, String tableQuery) {
        this.placeholders = placeholders;
        this.schemaQuery = schemaQuery;
        this.tableQuery = tableQuery;
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

    /** Whether the schema has a table of that name. The driver would look for it by a pattern, in which {@code _} is any letter. */
    public boolean hasTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(tableQuery)) {
            query.setString(1, kept(name));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** For {@code order by}: by code point, whatever the database's own order of words is. */
    public String ordered(String column, int type) {
        return switch (this) {
            case DERBY -> column;
            case POSTGRESQL -> TEXTS.contains(type) ? column + " collate \"C\"" : column;
        };
    }

    /** A query whose rows nobody changes or takes away before the transaction ends. */
    public String holding(String query) {
        return switch (this) {
            case DERBY -> query + " with rs";
            case POSTGRESQL -> query + " for share";
        };
    }

    public static Dialect of(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return of(connection);
        }
    }

    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "Apache Derby" -> DERBY;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new IllegalStateException(
                    "Kontor runs on Apache Derby and PostgreSQL, not on %s.".formatted(product));
        };
    }
}
