package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first three rows of a table: facts and conclusions, their fields, the units.
 *
 * @param name from its first cell
 * @param from the column of the day from which a row's numbers count; 0 when there is none
 * @param imports full names of records, with the column that names them
 */
record TableHead(String name, int from, List<Column> columns, Map<String, Integer> imports) {

    static final int FACTS = 1;
    static final int FIELDS = 2;
    static final int UNITS = 3;
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([ -][a-z0-9]+)*");
    private static final Pattern FACT = Pattern.compile("((?:not |exists )?)((?:[a-z][a-z0-9]*\\.)*)([A-Z]\\w*(?:\\.[A-Z]\\w*)?(?: [2-9])?)");
    private static final Pattern FIELD =
            Pattern.compile("([a-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*)*)(?: ?(==?|!=|≠|<=|≤|<|>=|≥|>)| (in))?");
    private static final Map<String, String> WRITTEN = Map.of("=", "==", "≠", "!=", "≤", "<=", "≥", ">=",
            "事实", Column.FACT, "参数", Column.PARAMETER, "是/否", Column.TRUTH);

    /** Empty when the sheet is, or when its head cannot be read. */
    static Optional<TableHead> of(Grid grid, List<Fault> faults) {
        if (grid.rows().isEmpty()) {
            return Optional.empty();
        }
        Reading reading = new Reading(grid, faults);
        int before = faults.size();
        String name = grid.at(FACTS, 1).text();
        reading.demand(NAME.matcher(name).matches(), FACTS, 1, "tables.name", name);
        reading.demand(List.of("field", "字段").contains(grid.at(FIELDS, 1).text()), FIELDS, 1, "tables.row-two");
        reading.demand(List.of("unit", "单位").contains(grid.at(UNITS, 1).text()), UNITS, 1, "tables.row-three");
        TableHead head = new TableHead(name, reading.columns(), reading.columns, reading.imports);
        ConclusionColumns.check(head, grid, faults);
        return faults.size() == before ? Optional.of(head) : Optional.empty();
    }

    private static final class Reading {

        private final Grid grid;
        private final List<Fault> faults;
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, Integer> imports = new LinkedHashMap<>();

        Reading(Grid grid, List<Fault> faults) {
            this.grid = grid;
            this.faults = faults;
        }

        void demand(boolean right, int row, int column, String key, Object... arguments) {
            if (!right) {
                faults.add(new Fault(grid.cell(row, column), Text.of(key, arguments)));
            }
        }

        /** @return the column of the day from which numbers count; 0 when there is none */
        int columns() {
            int from = 0;
            String fact = "";
            int last = grid.rows().values().stream().mapToInt(row -> row.lastKey()).max().orElse(1);
            for (int number = 2; number <= last; number++) {
                String written = grid.at(FACTS, number).text().replaceAll("\\s+", " ");
                if (List.of("from", "生效日").contains(written)) {
                    demand(from == 0, FACTS, number, "tables.column-twice", written);
                    from = number;
                    fact = "";
                } else {
                    fact = written.isEmpty() ? fact : fact(number, written); // as in the column before
                    column(number, fact);
                }
            }
            return from;
        }

        private String fact(int number, String written) {
            Matcher parts = FACT.matcher(written);
            if (!parts.matches()) {
                demand(false, FACTS, number, "tables.fact", written);
                return written;
            }
            if (!parts.group(2).isEmpty()) {
                imports.putIfAbsent(parts.group(2) + parts.group(3).replaceAll("[ .].*", ""), number);
            }
            return parts.group(1) + parts.group(3);
        }

        private void column(int number, String fact) {
            String field = grid.at(FIELDS, number).text().replaceAll("\\s+", " ");
            String unit = written(grid.at(UNITS, number).text());
            Matcher parts = FIELD.matcher(field);
            boolean known = unit.isEmpty() || Column.NUMBERS.contains(unit) || List.of(Column.TRUTH, Column.FACT, Column.PARAMETER).contains(unit);
            demand(known, UNITS, number, "tables.unit", unit);
            demand(!fact.isEmpty(), FACTS, number, "tables.fact", fact);
            demand(parts.matches(), FIELDS, number, "tables.field", field);
            if (!parts.matches()) {
                return;
            }
            String sign = Optional.ofNullable(parts.group(2)).or(() -> Optional.ofNullable(parts.group(3))).orElse("");
            Column column = new Column(number, fact, parts.group(1), written(sign), unit);
            demand(ConclusionColumns.isConclusion(column) == sign.isEmpty(), FIELDS, number,
                    sign.isEmpty() ? "tables.sign-missing" : "tables.sign-surplus", field);
            demand(fits(column), FIELDS, number, "tables.sign", column.sign());
            demand(column.field().equals(ConclusionColumns.VALUE) || columns.stream().noneMatch(other -> other.label().equals(column.label())),
                    FIELDS, number, "tables.column-twice", column.label());
            columns.add(column);
        }

        /** Words and truths are equal or not; only words are in a list. */
        private static boolean fits(Column column) {
            return switch (column.sign()) {
                case "in" -> column.unit().isEmpty();
                case "<", "<=", ">", ">=" -> !column.unit().isEmpty() && !column.unit().equals(Column.TRUTH);
                default -> true;
            };
        }

        private static String written(String word) {
            return WRITTEN.getOrDefault(word, word);
        }
    }
}
