package dev.kontor.kernel.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a list part after part, by the columns that sort it; together they name one row. What comes behind a row is read
 * as ranges, those next to it first: each a stretch of an index, however many rows are alike in the first columns.
 */
public record Keyset(List<String> columns, boolean rising) {

    /** What comes behind the place, nearest first. */
    private List<Condition> behind(List<?> place) {
        List<Condition> ranges = new ArrayList<>();
        for (int alike = columns.size() - 1; alike >= 0; alike--) {
            Condition range = Condition.of(columns.get(alike) + (rising ? " > ?" : " < ?"), place.get(alike));
            for (int i = alike - 1; i >= 0; i--) {
                range = Condition.of(columns.get(i) + " = ?", place.get(i)).and(range);
            }
            ranges.add(range);
        }
        return ranges;
    }

    /**
     * The next rows, at most so many.
     *
     * @param select up to the word {@code where}
     * @param place values of the columns, of the row that was read last; none at the start
     */
    public List<Row> read(Rows rows, String select, Condition narrowed, List<?> place, int most) {
        String end = " order by " + order() + " fetch first " + most + " rows only";
        List<Condition> ranges = place.isEmpty()
                ? List.of(narrowed)
                : behind(place).stream().map(narrowed::and).toList();
        List<Row> found = new ArrayList<>();
        for (Condition range : ranges) {
            if (found.size() < most) {
                found.addAll(rows.all(select + " where " + range.sql() + end, range.values().toArray()));
            }
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private String order() {
        return columns.stream().map(column -> column + (rising ? "" : " desc")).collect(Collectors.joining(", "));
    }
}
