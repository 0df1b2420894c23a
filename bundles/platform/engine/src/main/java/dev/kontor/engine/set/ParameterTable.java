package dev.kontor.engine.set;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The numbers of a rule set, each from a day on ({@code parameters.csv}). */
public final class ParameterTable {

    public static final String FILE = "parameters.csv";
    private static final String HEADER = "name,value,unit,from,clause";
    private static final Set<String> UNITS = Set.of("CNY", "USD", "EUR", "WD", "%", "days", "months", "points", "count");
    public static final ParameterTable EMPTY = new ParameterTable(List.of());

    private final List<Parameter> rows;

    private ParameterTable(List<Parameter> rows) {
        this.rows = List.copyOf(rows);
    }

    public static ParameterTable parse(RuleSetFiles files, Problems problems) {
        List<Parameter> rows = new ArrayList<>();
        Set<String> seen = new java.util.HashSet<>();
        int line = 0;
        for (String text : files.text(FILE).split("\n", -1)) {
            line++;
            if (line == 1) {
                if (!text.isEmpty() && !text.strip().equals(HEADER)) {
                    problems.at(FILE, 1, 1, "engine.parameters-header", HEADER);
                }
            } else if (!text.isBlank() && !text.startsWith("#")) {
                Parameter row = row(files.set(), text, line, problems);
                if (row != null && !seen.add(row.name() + row.from())) {
                    problems.at(FILE, line, 1, "engine.parameter-twice", row.name(), row.from().toString());
                } else if (row != null) {
                    rows.add(row);
                }
            }
        }
        return new ParameterTable(rows);
    }

    private static Parameter row(String set, String text, int line, Problems problems) {
        String[] cells = text.split(",", -1);
        if (cells.length != 5) {
            problems.at(FILE, line, 1, "engine.parameter-cells", cells.length);
            return null;
        }
        int[] column = {1, 0, 0, 0, 0};
        for (int i = 1; i < 5; i++) {
            column[i] = column[i - 1] + cells[i - 1].length() + 1;
        }
        String name = cells[0].strip();
        if (!name.matches("[a-z][a-z0-9-]*")) {
            problems.at(FILE, line, column[0], "engine.parameter-name", name);
            return null;
        }
        String unit = cells[2].strip();
        if (!UNITS.contains(unit)) {
            problems.at(FILE, line, column[2], "engine.parameter-unit", unit, String.join(", ", new java.util.TreeSet<>(UNITS)));
            return null;
        }
        String clause = cells[4].strip();
        if (clause.isEmpty()) {
            problems.at(FILE, line, column[4], "engine.parameter-clause", name);
            return null;
        }
        return valued(set, name, cells, unit, clause, line, column, problems);
    }

    private static Parameter valued(
            String set, String name, String[] cells, String unit, String clause, int line, int[] column, Problems problems) {
        BigDecimal value;
        try {
            value = new BigDecimal(cells[1].strip());
        } catch (NumberFormatException wrong) {
            problems.at(FILE, line, column[1], "engine.parameter-value", name, cells[1].strip());
            return null;
        }
        boolean whole = unit.equals("WD") || unit.equals("count") || unit.equals("points") || unit.equals("days");
        if (value.precision() > 18 || Math.abs(value.scale()) > 12 || whole && !isWhole(value)) {
            problems.at(FILE, line, column[1], "engine.parameter-value", name, cells[1].strip());
            return null;
        }
        try {
            return new Parameter(set, name, value, unit, LocalDate.parse(cells[3].strip()), new Clause(clause));
        } catch (DateTimeParseException wrong) {
            problems.at(FILE, line, column[3], "engine.parameter-from", name, cells[3].strip());
            return null;
        }
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0;
    }

    public List<Parameter> all() {
        return rows;
    }

    public Set<String> names() {
        return rows.stream().map(Parameter::name).collect(Collectors.toSet());
    }

    /** What is in force on the day: of each name the row that began last. */
    public List<Parameter> inForce(LocalDate day) {
        Map<String, Parameter> latest = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .sorted(Comparator.comparing(Parameter::from))
                .forEach(row -> latest.put(row.name(), row));
        return List.copyOf(latest.values());
    }
}
