package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import java.util.ArrayList;
import java.util.List;

/** The text of a rule file; each line knows the cell that it comes from. */
final class RuleText {

    private final StringBuilder text = new StringBuilder();
    private final List<Cell> cells = new ArrayList<>();

    void line(Cell from, String line) {
        text.append(line).append('\n');
        cells.add(from);
    }

    String text() {
        return text.toString();
    }

    List<Cell> cells() {
        return cells;
    }
}
