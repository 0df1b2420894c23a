package dev.kontor.store.backup;

import dev.kontor.store.backup.Table.Column;
import dev.kontor.store.unit.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table's rows as JSON lines, the same bytes from both databases. */
record Rows(Connection connection, Dialect dialect) {

    private static final int AT_ONCE = 500;

    /** @return how many rows were written */
    long write(Table table, OutputStream to) throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement query = connection.prepareStatement(table.select(dialect))) {
            query.setFetchSize(AT_ONCE);
            try (ResultSet rows = query.executeQuery()) {
                for (; rows.next(); count++) {
                    to.write(line(table, rows).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return count;
    }

    private static String line(Table table, ResultSet rows) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Object value = read(rows, i + 1, table.columns().get(i).type());
            values.put(table.columns().get(i).name(), rows.wasNull() ? null : value);
        }
        return JsonLine.of(values).toString();
    }

    private static Object read(ResultSet rows, int at, int type) throws SQLException {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> rows.getLong(at);
            case Types.DECIMAL, Types.NUMERIC -> rows.getBigDecimal(at);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> BigDecimal.valueOf(rows.getDouble(at));
            case Types.BOOLEAN, Types.BIT -> rows.getBoolean(at);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                    Optional.ofNullable(rows.getBytes(at)).map(Base64.getEncoder()::encodeToString).orElse(null);
            case Types.TIMESTAMP ->
                    Optional.ofNullable(rows.getTimestamp(at)).map(Timestamp::toLocalDateTime).map(LocalDateTime::toString).orElse(null);
            default -> rows.getString(at);
        };
    }

    /** @return how many rows were inserted */
    long insert(Table table, BufferedReader lines) throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonLine row = JsonLine.parse(line);
                for (int i = 0; i < table.columns().size(); i++) {
                    Column column = table.columns().get(i);
                    set(insert, i + 1, column.type(), row.value(column.name()));
                }
                insert.addBatch();
                if (++count % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return count;
    }

    private static void set(PreparedStatement insert, int at, int type, Optional<Object> value) throws SQLException {
        if (value.isEmpty()) {
            insert.setNull(at, type);
            return;
        }
        Object found = value.get();
        switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> insert.setLong(at, ((BigDecimal) found).longValueExact());
            case Types.DECIMAL, Types.NUMERIC -> insert.setBigDecimal(at, (BigDecimal) found);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> insert.setDouble(at, ((BigDecimal) found).doubleValue());
            case Types.BOOLEAN, Types.BIT -> insert.setBoolean(at, (Boolean) found);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                    insert.setBytes(at, Base64.getDecoder().decode(found.toString()));
            case Types.DATE -> insert.setDate(at, Date.valueOf(found.toString()));
            case Types.TIMESTAMP -> insert.setTimestamp(at, Timestamp.valueOf(LocalDateTime.parse(found.toString())));
            default -> insert.setString(at, found.toString());
        }
    }
}
