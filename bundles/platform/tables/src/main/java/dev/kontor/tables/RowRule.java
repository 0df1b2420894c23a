package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row as a rule: a line of text for each cell, so that what is wrong with the line is wrong with the cell. */
final class RowRule {

    private static final Pattern PARAMETER = Pattern.compile("(?:([a-z][a-z-]*/[a-z][a-z-]*(?:\\.[a-z][a-z-]*)?) )?([a-z][a-z0-9-]*)");
    private static final Pattern OF_FACT = Pattern.compile("([A-Z][\\w.]*(?: [2-9])?) ([a-z]\\w*(?:\\.[a-z]\\w*)*)");

    /** A field that another column needs: the variable that holds it. */
    private record Bound(String variable, String field, Cell cell) {}

    private final String set;
    private final TableHead head;
    private final Grid grid;
    private final List<Fault> faults;
    private final Map<String, List<Column>> asked;
    private final Map<String, List<Bound>> bound = new LinkedHashMap<>();
    private int row;

    RowRule(String set, TableHead head, Grid grid, List<Fault> faults) {
        this.set = set;
        this.head = head;
        this.grid = grid;
        this.faults = faults;
        this.asked = ConclusionColumns.groups(head.columns(), false);
    }

    void write(int ofRow, RuleText text) {
        row = ofRow;
        Map<String, List<Column>> concluded = ConclusionColumns.groups(head.columns(), true);
        concluded.values().removeIf(columns -> columns.stream().allMatch(column -> content(column).isEmpty()));
        // conclusions and joins are read first: they say which fields the patterns keep
        RuleText then = new RuleText();
        concluded.forEach((fact, columns) -> conclusion(fact, columns, then));
        Map<Column, String> constraints = new LinkedHashMap<>();
        asked.values().stream().flatMap(List::stream).filter(column -> !content(column).isEmpty())
                .forEach(column -> constraint(column).ifPresent(said -> constraints.put(column, said)));
        List<String> facts = asked.keySet().stream()
                .filter(fact -> bound.containsKey(fact) || constraints.keySet().stream().anyMatch(column -> column.fact().equals(fact)))
                .toList();
        demand(!facts.isEmpty(), 1, "tables.asks-nothing");
        demand(!concluded.isEmpty(), 1, "tables.row-concludes-nothing");
        text.line(cell(1), "rule \"" + TableRules.rule(head, grid, row) + "\"");
        text.line(cell(1), "when");
        head.columns().stream().filter(Column::isParameter).filter(column -> !content(column).isEmpty()).forEach(column -> parameter(column, text));
        facts.forEach(fact -> pattern(fact, constraints, text));
        text.line(cell(1), "then");
        for (int i = 0; i < then.cells().size(); i++) {
            text.line(then.cells().get(i), then.text().split("\n")[i]);
        }
        text.line(cell(1), "end");
    }

    private void parameter(Column column, RuleText text) {
        String owner = set;
        String name = TableRules.parameter(head, grid, row, column);
        if (!column.isNumber()) {
            Matcher parts = PARAMETER.matcher(words(column));
            demand(parts.matches(), column.number(), "tables.parameter", words(column));
            owner = parts.matches() && parts.group(1) != null ? parts.group(1) : set;
            name = parts.matches() ? parts.group(2) : "";
        }
        text.line(cell(column.number()), "    %s : Parameter( set == \"%s\", name == \"%s\" )".formatted(variable(column), owner, name));
    }

    private void pattern(String fact, Map<Column, String> constraints, RuleText text) {
        List<Column> columns = asked.get(fact);
        text.line(grid.cell(row, columns.get(0).number()), "    " + ConclusionColumns.kind(fact) + "(");
        List<Map.Entry<Cell, String>> lines = new ArrayList<>();
        columns.stream().filter(constraints::containsKey).forEach(column -> lines.add(Map.entry(cell(column.number()), constraints.get(column))));
        bound.getOrDefault(fact, List.of()).forEach(each -> lines.add(Map.entry(each.cell(), each.variable() + " : " + each.field())));
        for (int i = 0; i < lines.size(); i++) {
            text.line(lines.get(i).getKey(), "        " + lines.get(i).getValue() + (i + 1 < lines.size() ? "," : " )"));
        }
    }

    private Optional<String> constraint(Column column) {
        String asks = column.field() + " " + column.sign() + " ";
        if (column.isParameter()) {
            return Optional.of(asks + variable(column) + ".value");
        }
        return switch (column.unit()) {
            case Column.TRUTH -> truth(column).map(asks::concat);
            case Column.FACT -> ofFact(column).map(asks::concat);
            default -> Optional.of(asks + (column.sign().equals("in")
                    ? Stream.of(words(column).split("[,，、;；]")).map(word -> text(word.strip())).collect(Collectors.joining(", ", "( ", " )"))
                    : text(words(column))));
        };
    }

    private void conclusion(String fact, List<Column> columns, RuleText then) {
        Map<String, Column> byField = columns.stream().collect(Collectors.toMap(Column::field, column -> column, (one, other) -> one));
        List<Column> values = columns.stream()
                .filter(column -> column.field().equals(ConclusionColumns.VALUE) && !content(column).isEmpty()).toList();
        List<String> fields = ConclusionColumns.fields(fact);
        then.line(cell(columns.get(0).number()), "    insertLogical( new Conclusion." + ConclusionColumns.kind(fact) + "(");
        for (String field : fields) {
            Column column = byField.get(field);
            boolean empty = column == null || content(column).isEmpty();
            int at = column == null ? columns.get(0).number() : column.number();
            demand(!empty || field.equals(ConclusionColumns.OCCASION), at, "tables.conclusion-empty", ConclusionColumns.kind(fact), field);
            String argument = empty ? "\"\"" : argument(field, column);
            boolean reason = field.equals("reason");
            then.line(cell(at), "        " + (reason ? "Reason.of( " + argument : argument)
                    + (field.equals("clause") ? " ) );" : reason && values.isEmpty() ? " )," : ","));
            for (int i = 0; reason && i < values.size(); i++) {
                then.line(cell(values.get(i).number()), "            " + said(values.get(i)) + (i + 1 < values.size() ? "," : " ),"));
            }
        }
    }

    private String argument(String field, Column column) {
        return switch (field) {
            case "passed" -> truth(column).orElse("false");
            case "within" -> variable(column) + ".workingDays()";
            case "points" -> variable(column) + ".whole()";
            case "task" -> "new TaskKind( " + said(column) + " )";
            case "role" -> "new Role( " + said(column) + " )";
            case "milestone" -> "new MilestoneName( " + said(column) + " )";
            case "clause" -> "new Clause( " + said(column) + " )";
            default -> said(column);
        };
    }

    private String said(Column column) {
        return column.unit().equals(Column.FACT) ? ofFact(column).orElse("\"\"") : text(words(column));
    }

    /** What a cell takes from elsewhere in its row: a number by its column's head, or a field of a fact that the row asks. */
    private Optional<String> ofFact(Column column) {
        String wanted = words(column).replaceAll("\\s+", " ").replace("≤", "<=").replace("≥", ">=");
        Optional<Column> number = head.columns().stream()
                .filter(other -> other.isParameter() && other.label().equals(wanted) && !content(other).isEmpty())
                .findFirst();
        if (number.isPresent()) {
            return Optional.of(variable(number.get()) + ".value()");
        }
        Matcher parts = OF_FACT.matcher(wanted);
        boolean known = parts.matches() && asked.containsKey(parts.group(1)) && !parts.group(1).equals(column.fact());
        demand(known, column.number(), "tables.of-fact", wanted);
        if (!known) {
            return Optional.empty();
        }
        List<String> order = List.copyOf(asked.keySet());
        boolean earlier = ConclusionColumns.isConclusion(column) || order.indexOf(parts.group(1)) < order.indexOf(column.fact());
        demand(earlier, column.number(), "tables.fact-later", parts.group(1));
        String variable = "$c" + column.number();
        bound.computeIfAbsent(parts.group(1), fresh -> new ArrayList<>()).add(new Bound(variable, parts.group(2), cell(column.number())));
        return Optional.of(variable);
    }

    private Optional<String> truth(Column column) {
        String word = content(column).text();
        boolean yes = List.of("yes", "是").contains(word);
        demand(yes || List.of("no", "否").contains(word), column.number(), "tables.truth", word);
        return Optional.of(String.valueOf(yes));
    }

    /** A clause 4.10 that the file holds as a number is 4.1: what is a word must be one. */
    private String words(Column column) {
        demand(content(column).kind() == Content.Kind.WORDS, column.number(), "tables.words", content(column).text());
        return content(column).text();
    }

    private static String text(String words) {
        return "\"" + words + "\"";
    }

    private static String variable(Column column) {
        return "$p" + column.number();
    }

    private Content content(Column column) {
        return grid.at(row, column.number());
    }

    private Cell cell(int column) {
        return grid.cell(row, column);
    }

    private void demand(boolean right, int column, String key, Object... arguments) {
        Fault fault = new Fault(cell(column), Text.of(key, arguments));
        if (!right && !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
