package dev.kontor.tables;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.rule.RuleTables.Number;
import dev.kontor.api.rule.RuleTables.Table;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says each row of a table as a rule, and each of its numbers as a parameter. */
final class TableRules {

    private static final List<String> IMPORTS = List.of("dev.kontor.api.rule.*", "dev.kontor.api.rule.facts.*", "dev.kontor.api.order.*",
            "dev.kontor.api.customer.*", "dev.kontor.api.people.*", "dev.kontor.api.task.*");

    private final String set;
    private final String packageName;
    private final TableHead head;
    private final Grid grid;
    private final List<Fault> faults;
    private final RuleText text = new RuleText();
    private final List<Number> numbers = new ArrayList<>();

    TableRules(String set, String packageName, TableHead head, Grid grid, List<Fault> faults) {
        this.set = set;
        this.packageName = packageName;
        this.head = head;
        this.grid = grid;
        this.faults = faults;
    }

    Table table() {
        text.line(grid.cell(1, 1), "package " + packageName);
        IMPORTS.forEach(name -> text.line(grid.cell(1, 1), "import " + name));
        head.imports().forEach((name, column) -> text.line(grid.cell(TableHead.FACTS, column), "import " + name));
        Map<String, Integer> first = new LinkedHashMap<>();
        grid.rows().keySet().stream().filter(row -> row > TableHead.UNITS && !grid.at(row, 1).text().startsWith("#")).forEach(row -> {
            String name = grid.at(row, 1).text();
            Integer said = first.putIfAbsent(name, row);
            if (!TableHead.NAME.matcher(name).matches()) {
                fault(row, 1, "tables.row-name", name);
            } else if (said == null) {
                new RowRule(set, head, grid, faults).write(row, text);
                numbers(row);
            } else if (same(said, row)) {
                numbers(row);
            }
        });
        if (first.isEmpty()) {
            fault(TableHead.UNITS + 1, 1, "tables.no-rows");
        }
        return new Table(text.text(), text.cells(), numbers);
    }

    /** A row of the same name is the same rule with other numbers from a later day. */
    private boolean same(int said, int row) {
        Set<Integer> free = head.columns().stream().filter(Column::isNumber).map(Column::number).collect(Collectors.toSet());
        free.add(head.from());
        TreeSet<Integer> columns = new TreeSet<>(grid.row(said).keySet());
        columns.addAll(grid.row(row).keySet());
        Optional<Integer> differs = columns.stream()
                .filter(column -> free.contains(column)
                        ? grid.at(said, column).isEmpty() != grid.at(row, column).isEmpty()
                        : !grid.at(said, column).equals(grid.at(row, column)))
                .findFirst();
        differs.ifPresent(column -> fault(row, column, "tables.row-twice", grid.at(row, 1).text(), said));
        if (differs.isEmpty() && head.columns().stream().noneMatch(column -> column.isNumber() && !grid.at(row, column.number()).isEmpty())) {
            fault(row, 1, "tables.row-again", grid.at(row, 1).text(), said);
            return false;
        }
        return differs.isEmpty();
    }

    private void numbers(int row) {
        List<Column> columns = head.columns().stream().filter(Column::isNumber)
                .filter(column -> !grid.at(row, column.number()).isEmpty()).toList();
        if (columns.isEmpty()) {
            return;
        }
        Optional<LocalDate> from = day(row, columns.get(0));
        Optional<Clause> clause = head.columns().stream()
                .filter(column -> ConclusionColumns.isConclusion(column) && column.field().equals("clause"))
                .map(column -> grid.at(row, column.number()).text())
                .filter(written -> !written.isEmpty())
                .findFirst().map(Clause::new);
        for (Column column : columns) {
            Optional<BigDecimal> value = number(row, column);
            if (from.isPresent() && clause.isPresent() && value.isPresent()) {
                Parameter parameter = new Parameter(set, parameter(head, grid, row, column), value.get(), column.unit(), from.get(), clause.get());
                numbers.add(new Number(parameter, rule(head, grid, row), dashed(head.name()) + "-" + column.key(), grid.cell(row, column.number())));
            }
        }
    }

    private Optional<LocalDate> day(int row, Column number) {
        if (head.from() == 0) {
            fault(row, number.number(), "tables.from-column");
            return Optional.empty();
        }
        String written = grid.at(row, head.from()).text();
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException noDay) {
            fault(row, head.from(), "tables.from", written);
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> number(int row, Column column) {
        Content content = grid.at(row, column.number());
        boolean share = column.unit().equals("%");
        String written = share && content.text().endsWith("%") ? content.text().substring(0, content.text().length() - 1).strip() : content.text();
        boolean fits = switch (content.kind()) {
            case WORDS, NUMBER -> true;
            case SHARE -> share; // 0.05 that is shown as 5% is five of a hundred, and nothing of another unit
            case DAY, TRUTH -> false;
        };
        if (!fits || !written.matches("-?\\d{1,18}(\\.\\d{1,12})?")) {
            fault(row, column.number(), "tables.number", content.text(), column.unit());
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(written));
    }

    static String rule(TableHead head, Grid grid, int row) {
        return head.name() + " " + grid.at(row, 1).text();
    }

    static String parameter(TableHead head, Grid grid, int row, Column column) {
        return dashed(rule(head, grid, row)) + "-" + column.key();
    }

    private static String dashed(String name) {
        return name.replace(' ', '-');
    }

    private void fault(int row, int column, String key, Object... arguments) {
        faults.add(new Fault(grid.cell(row, column), Text.of(key, arguments)));
    }

}
