package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that a conclusion has: those of its record, in their order, and the values of its reason. */
final class ConclusionColumns {

    /** Fills {@code {0}}, {@code {1}} … of the reason's words; the one column that may stand more than once. */
    static final String VALUE = "value";
    static final String OCCASION = "occasion";
    private static final Map<String, List<String>> FIELDS = Map.of(
            "Check", List.of("subject", "passed", "reason", "clause"),
            "Require", List.of("task", "subject", "role", "within", "reason", "clause"),
            "Hold", List.of("milestone", "subject", "reason", "clause"),
            "Remind", List.of("role", "subject", OCCASION, "reason", "clause"),
            "Violation", List.of("subject", OCCASION, "reason", "clause"),
            "Penalty", List.of("subject", OCCASION, "points", "reason", "clause"));
    private static final Set<String> WORDS = Set.of("", Column.FACT);
    private static final Map<String, Set<String>> UNITS = Map.of(
            "passed", Set.of(Column.TRUTH),
            "within", Set.of("WD", Column.PARAMETER),
            "points", Set.of("points", Column.PARAMETER),
            "reason", Set.of(""),
            "clause", Set.of(""));

    private ConclusionColumns() {}

    static boolean isConclusion(Column column) {
        return FIELDS.containsKey(kind(column.fact()));
    }

    /** {@code Require} of {@code Require 2}. */
    static String kind(String fact) {
        return fact.replaceFirst(" [2-9]$", "");
    }

    static List<String> fields(String fact) {
        return FIELDS.get(kind(fact));
    }

    static Map<String, List<Column>> groups(List<Column> columns, boolean conclusions) {
        return columns.stream()
                .filter(column -> isConclusion(column) == conclusions)
                .collect(Collectors.groupingBy(Column::fact, LinkedHashMap::new, Collectors.toList()));
    }

    /** Notes what a conclusion has not, lacks, or has in another unit. */
    static void check(TableHead head, Grid grid, List<Fault> faults) {
        Map<String, List<Column>> groups = groups(head.columns(), true);
        if (groups.isEmpty()) {
            faults.add(new Fault(grid.cell(TableHead.FACTS, 1), Text.of("tables.concludes-nothing")));
        }
        groups.forEach((fact, columns) -> {
            for (Column column : columns) {
                boolean known = column.field().equals(VALUE) || fields(fact).contains(column.field());
                if (!known) {
                    faults.add(new Fault(grid.cell(TableHead.FIELDS, column.number()),
                            Text.of("tables.conclusion-field", kind(fact), column.field(), String.join(", ", fields(fact)))));
                } else if (!UNITS.getOrDefault(column.field(), WORDS).contains(column.unit())) {
                    faults.add(new Fault(grid.cell(TableHead.UNITS, column.number()), Text.of("tables.conclusion-unit", column.field())));
                }
            }
            Set<String> missing = new LinkedHashSet<>(fields(fact));
            missing.remove(OCCASION);
            columns.forEach(column -> missing.remove(column.field()));
            if (!missing.isEmpty()) {
                faults.add(new Fault(grid.cell(TableHead.FACTS, columns.get(0).number()),
                        Text.of("tables.conclusion-lacks", fact, String.join(", ", missing))));
            }
        });
    }
}
