package dev.kontor.kernel.rows;

import java.math.BigDecimal;
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
        return columns[column].toString().stripTrailing();
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
}
