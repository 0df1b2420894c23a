package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.capacity.WorkCentre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a planner's form, and names every field that cannot be planned by. For one form. */
final class PlanReader {

    /** More machines of one line than these are a lot. */
    private static final BigDecimal MOST_MACHINES = BigDecimal.valueOf(200);
    static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_QUANTITY = BigDecimal.valueOf(100_000_000);

    private final OrderView file;
    private final Order order;
    private final Function<String, Optional<WorkCentre>> centres;
    private final List<Materials.Need> before;
    private final List<Refused.Gap> gaps = new ArrayList<>();

    PlanReader(OrderView file, Function<String, Optional<WorkCentre>> centres, List<Materials.Need> before) {
        this.file = file;
        this.order = file.order().orElseThrow();
        this.centres = centres;
        this.before = before;
    }

    /** What is not counted in machines, spare parts or metres of cable. */
    static boolean isLotOnly(OrderLine line) {
        return line.quantity().stripTrailingZeros().scale() > 0 || line.quantity().compareTo(MOST_MACHINES) > 0;
    }

    Draft read(Values values) {
        LocalDate start = values.date("start-on").orElseThrow();
        if (start.isBefore(file.today())) {
            gap("start-on", Text.of("production.plan.start-past"));
        }
        Set<Integer> lots = values.choices("lots").stream().map(Integer::valueOf).collect(Collectors.toSet());
        order.lines().stream()
                .filter(line -> isLotOnly(line) && !lots.contains(line.position()))
                .forEach(line -> gap("lots", Text.of("production.plan.lot-only", line.position())));
        List<Draft.Step> steps = steps(values.rows("operations"));
        List<Materials.Need> materials = materials(values.rows("materials"), start);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return new Draft(start, lots, steps, materials);
    }

    private List<Draft.Step> steps(List<Values> rows) {
        List<Draft.Step> steps = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Values row = rows.get(i);
            String at = "operations[" + i + "].";
            int line = Integer.parseInt(row.text("line"));
            BigDecimal hours = number(row, "hours", at, 2, MOST_HOURS);
            if (!known.add(line + " " + row.text("name"))) {
                gap(at + "name", Text.of("production.plan.operation-twice"));
            }
            if (centres.apply(row.text("centre")).filter(centre -> !centre.isClosed()).isEmpty()) {
                gap(at + "centre", Text.of("production.plan.no-centre"));
            }
            steps.add(new Draft.Step(line, row.text("name"), row.text("centre"), hours));
        }
        order.lines().stream()
                .filter(line -> steps.stream().noneMatch(step -> step.line() == line.position()))
                .forEach(line -> gap("operations", Text.of("production.plan.line-without", line.position())));
        return steps;
    }

    private List<Materials.Need> materials(List<Values> rows, LocalDate start) {
        List<Materials.Need> needs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Values row = rows.get(i);
            String at = "materials[" + i + "].";
            Materials.Need need = new Materials.Need(
                    "", row.has("line") ? Integer.parseInt(row.text("line")) : 0, row.text("name"), row.text("specification"),
                    number(row, "quantity", at, 3, MOST_QUANTITY), row.text("unit"), row.date("needed-by").orElse(start));
            if (needs.stream().anyMatch(other -> isSame(other, need))) {
                gap(at + "name", Text.of("production.plan.material-twice"));
            }
            needs.add(keyed(need));
        }
        return needs;
    }

    private Materials.Need keyed(Materials.Need need) {
        String key = before.stream().filter(other -> isSame(other, need)).findFirst().map(Materials.Need::key)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Materials.Need(
                key, need.line(), need.name(), need.specification(), need.quantity(), need.unit(), need.neededBy());
    }

    private static boolean isSame(Materials.Need one, Materials.Need other) {
        return one.line() == other.line() && one.name().equals(other.name()) && one.specification().equals(other.specification());
    }

    private BigDecimal number(Values row, String field, String at, int decimals, BigDecimal most) {
        BigDecimal typed = row.number(field).orElseThrow();
        if (typed.signum() <= 0 || typed.compareTo(most) > 0 || typed.stripTrailingZeros().scale() > decimals) {
            gap(at + field, Text.of("production.plan.number-wrong", most, decimals));
            return BigDecimal.ONE;
        }
        return typed;
    }

    private void gap(String field, Text message) {
        gaps.add(new Refused.Gap(field, message));
    }
}
