package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of one sheet that are not empty, by row and column from 1. */
record Grid(String sheet, SortedMap<Integer, SortedMap<Integer, Content>> rows) {

    static final int MOST_ROWS = 1_000;
    static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 500;

    Grid(String sheet) {
        this(sheet, new TreeMap<>());
    }

    /** @throws Unfit when it is a formula, too far out or longer than anybody reads */
    void put(int row, int column, Content content) {
        if (content.isEmpty()) {
            return;
        }
        if (row > MOST_ROWS || column > MOST_COLUMNS) {
            throw Unfit.at(cell(row, column), "tables.too-large", MOST_ROWS, MOST_COLUMNS);
        }
        if (content.text().startsWith("=")) {
            throw Unfit.at(cell(row, column), "tables.formula");
        }
        if (content.text().length() > LONGEST) {
            throw Unfit.at(cell(row, column), "tables.too-long", LONGEST);
        }
        boolean odd = content.text().chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.LINE_SEPARATOR);
        if (odd) {
            throw Unfit.at(cell(row, column), "tables.character");
        }
        rows.computeIfAbsent(row, fresh -> new TreeMap<>()).put(column, content);
    }

    Content at(int row, int column) {
        return row(row).getOrDefault(column, Content.EMPTY);
    }

    Map<Integer, Content> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    Cell cell(int row, int column) {
        return new Cell(sheet, row, column);
    }
}
