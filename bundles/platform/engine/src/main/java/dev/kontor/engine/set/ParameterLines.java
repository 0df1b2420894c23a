package dev.kontor.engine.set;

import dev.kontor.api.rule.Clause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The text of a {@code parameters.csv} that is changed line by line; every other line stays as it is, byte for byte. */
public final class ParameterLines {

    private static final int VALUE = 1;
    private static final int FROM = 3;
    private static final int CLAUSE = 4;

    /** Each with what ends it, {@code \n} or {@code \r\n}; the last may have nothing. */
    private final List<String> lines;

    public ParameterLines(String text) {
        lines = new ArrayList<>(text.lines().count() == 0 ? List.of() : List.of(text.split("(?<=\n)")));
    }

    /** The value from a day on: in the place of the one of that day, else in a line behind the last one of that name. */
    public void set(String name, BigDecimal value, String unit, LocalDate from, Clause clause) {
        int last = lines.size() - 1;
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i));
            if (cells.length == CLAUSE + 1 && cells[0].strip().equals(name)) {
                last = i;
                if (cells[FROM].strip().equals(from.toString())) {
                    cells[VALUE] = value.toPlainString();
                    cells[CLAUSE] = clause.value();
                    lines.set(i, String.join(",", cells) + end(lines.get(i)));
                    return;
                }
            }
        }
        insert(last, String.join(",", name, value.toPlainString(), unit, from.toString(), clause.value()));
    }

    private void insert(int after, String line) {
        String end = after >= 0 && end(lines.get(after)).isEmpty() ? usual() : after >= 0 ? end(lines.get(after)) : "\n";
        if (after >= 0 && end(lines.get(after)).isEmpty()) {
            lines.set(after, lines.get(after) + end);
        }
        lines.add(after + 1, line + end);
    }

    private String usual() {
        return lines.isEmpty() || !lines.get(0).endsWith("\r\n") ? "\n" : "\r\n";
    }

    private static String[] cells(String line) {
        return line.startsWith("#") ? new String[0] : line.substring(0, line.length() - end(line).length()).split(",", -1);
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    }

    public String text() {
        return String.join("", lines);
    }
}
