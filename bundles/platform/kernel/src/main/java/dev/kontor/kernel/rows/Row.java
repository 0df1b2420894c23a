package dev.kontor.kernel.rows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** One row of an answer, read by position from 0. */
public final class Row {

    private final Object[] columns;

    Row(Object[] columns) {
        this.columns = columns;
    }

    /** Without the blanks that a fixed width adds. */
    public String text(int column) {
        Object value = columns[column];
        return value instanceof Clob clob ? content(clob) : value.toString().stripTrailing();
    }

    public long number(int column) {
        return ((Number) columns[column]).longValue();
    }

    public int whole(int column) {
        return ((Number) columns[column]).intValue();
    }

    public BigDecimal amount(int column) {
        return (BigDecimal) columns[column];
    }

    public boolean flag(int column) {
        return number(column) != 0;
    }

    public Instant instant(int column) {
        return Instant.ofEpochMilli(number(column));
    }

    public LocalDate day(int column) {
        return LocalDate.parse(text(column));
    }

    private static String content(Clob clob) {
        try (Reader reader = clob.getCharacterStream()) {
            StringWriter content = new StringWriter();
            reader.transferTo(content);
            return content.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("A long text cannot be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
