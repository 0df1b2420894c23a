package dev.kontor.engine.set;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a rule set, each from a day on ({@code parameters.csv}). */
public final class ParameterTable {

    public static final String FILE = "parameters.csv";
    static final String HEADER = "name,value,unit,from,clause";
    private static final Set<String> UNITS = Set.of("CNY", "USD", "EUR", "WD", "%", "days", "months", "points", "count");
    private static final Set<String> WHOLE = Set.of("WD", "count", "points", "days");
    private static final Pattern BY_CODE = Pattern.compile("(?m)^#\\s*read by code:(.*)$");
    public static final ParameterTable EMPTY = new ParameterTable(List.of());

    private final List<Parameter> rows;
    /** What is in force, from each day on which something changes. */
    private final NavigableMap<LocalDate, List<Parameter>> since = new TreeMap<>();

    private ParameterTable(List<Parameter> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> since.computeIfAbsent(row.from(), this::latest));
    }

    private List<Parameter> latest(LocalDate day) {
        Map<String, Parameter> latest = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .sorted(Comparator.comparing(Parameter::from))
                .forEach(row -> latest.put(row.name(), row));
        return List.copyOf(latest.values());
    }

    public static ParameterTable parse(RuleSetFiles files, Problems problems) {
        List<Parameter> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int line = 0;
        for (String text : files.text(FILE).split("\n", -1)) {
            line++;
            if (line == 1) {
                if (!text.isEmpty() && !text.strip().equals(HEADER)) {
                    problems.at(FILE, 1, 1, "engine.parameters-header", HEADER);
                }
            } else if (!text.isBlank() && !text.startsWith("#")) {
                Cells cells = new Cells(text.split(",", -1), line, problems);
                row(files.set(), cells)
                        .filter(row -> seen.add(row.name() + row.from()) || cells.refuse(0, "engine.parameter-twice", row.name(), row.from().toString()))
                        .ifPresent(rows::add);
            }
        }
        return new ParameterTable(rows);
    }

    /** One line. */
    private record Cells(String[] texts, int line, Problems problems) {

        String text(int cell) {
            return texts[cell].strip();
        }

        /** Notes what is wrong where the cell begins; answers that it is not right. */
        boolean refuse(int cell, String key, Object... arguments) {
            int column = 1;
            for (int i = 0; i < cell; i++) {
                column += texts[i].length() + 1;
            }
            problems.at(FILE, line, column, key, arguments);
            return false;
        }
    }

    private static Optional<Parameter> row(String set, Cells cells) {
        if (cells.texts().length != 5) {
            cells.refuse(0, "engine.parameter-cells", cells.texts().length);
            return Optional.empty();
        }
        String name = cells.text(0);
        boolean right = name.matches("[a-z][a-z0-9-]*") || cells.refuse(0, "engine.parameter-name", name);
        right = right && (UNITS.contains(cells.text(2))
                || cells.refuse(2, "engine.parameter-unit", cells.text(2), String.join(", ", new TreeSet<>(UNITS))));
        right = right && (!cells.text(4).isEmpty() || cells.refuse(4, "engine.parameter-clause", name));
        return right ? valued(set, cells) : Optional.empty();
    }

    private static Optional<Parameter> valued(String set, Cells cells) {
        Optional<BigDecimal> value = value(cells);
        Optional<LocalDate> from = value.isPresent() ? day(cells) : Optional.empty();
        return from.map(day -> new Parameter(
                set, cells.text(0), value.get(), cells.text(2), day, new Clause(cells.text(4))));
    }

    private static Optional<BigDecimal> value(Cells cells) {
        try {
            BigDecimal value = new BigDecimal(cells.text(1));
            if (fits(value) && (!WHOLE.contains(cells.text(2)) || isWhole(value))) {
                return Optional.of(value);
            }
        } catch (NumberFormatException noNumber) {
            // told below, as a number that is out of bounds is
        }
        cells.refuse(1, "engine.parameter-value", cells.text(0), cells.text(1));
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Cells cells) {
        try {
            return Optional.of(LocalDate.parse(cells.text(3)));
        } catch (DateTimeParseException noDay) {
            cells.refuse(3, "engine.parameter-from", cells.text(0), cells.text(3));
            return Optional.empty();
        }
    }

    /** Whether a number is no longer than any that rules count with. */
    static boolean fits(BigDecimal value) {
        return value.precision() <= 18 && Math.abs(value.scale()) <= 12;
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

    /**
     * Notes, as a warning, every parameter that nothing reads. What only a department's code reads is named in a line
     * {@code # read by code: answer-days, opinion-days}; rates of currencies are always read.
     *
     * @param byRules whether a rule of some set reads it
     */
    public void warnOfUnread(RuleSetFiles files, Predicate<String> byRules, Problems problems) {
        String text = files.text(FILE);
        Set<String> byCode = BY_CODE.matcher(text).results()
                .flatMap(line -> Stream.of(line.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
        new TreeSet<>(names()).stream()
                .filter(name -> !name.startsWith("rate-") && !byCode.contains(name) && !byRules.test(name))
                .forEach(name -> {
                    int line = (int) text.lines().takeWhile(row -> !row.split(",", 2)[0].strip().equals(name)).count() + 1;
                    problems.at(FILE, line, 1, "engine.parameter-unread", name);
                });
    }

    /** What is in force on the day: of each name the row that began last. */
    public List<Parameter> inForce(LocalDate day) {
        return Optional.ofNullable(since.floorEntry(day)).map(Map.Entry::getValue).orElse(List.of());
    }
}
