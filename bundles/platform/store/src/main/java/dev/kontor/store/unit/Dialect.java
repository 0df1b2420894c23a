package dev.kontor.store.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Where the two databases differ. */
public enum Dialect {
    DERBY(Map.of("text", "clob", "bytes", "blob")),
    POSTGRESQL(Map.of("text", "text", "bytes", "bytea"));

    private final Map<String, String> placeholders;

    Dialect(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    /** What {@code ${text}} and {@code ${bytes}} stand for in a unit's scripts. */
    public Map<String, String> placeholders() {
        return placeholders;
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
