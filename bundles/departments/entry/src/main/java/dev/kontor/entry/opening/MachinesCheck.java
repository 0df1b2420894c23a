package dev.kontor.entry.opening;

import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Paths;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a row's machines against its contract and its state, in which nothing is wrong. Either none says how far it was, then each was
 * where its order was; or each says it, with its own days, and the order was where the last of them was.
 */
final class MachinesCheck {

    /** How far a machine may be said to have been. */
    static final List<String> STATES = Stage.words().subList(Stage.STARTED.ordinal(), Stage.words().size());

    private final RowContent row;
    private final LocalDate asOf;
    private final List<Map<String, String>> machines;
    private final Map<String, BigDecimal> numbered = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private MachinesCheck(RowContent row, LocalDate asOf) {
        this.row = row;
        this.asOf = asOf;
        this.machines = Paths.rows(row.fields(), RowContent.MACHINES);
    }

    static List<Gap> gaps(RowContent row, LocalDate asOf) {
        MachinesCheck check = new MachinesCheck(row, asOf);
        boolean own = check.machines.stream().anyMatch(machine -> !machine.getOrDefault("state", "").isBlank());
        if (own ? row.stage() == Stage.CLEARED : !row.stage().hasPassed(Stage.FINISHED) && !check.machines.isEmpty()) {
            check.gaps.add(new Gap(RowContent.MACHINES, Text.of("entry.opening.gap.no-machines", row.stage().word())));
        } else if (own || row.stage().hasPassed(Stage.FINISHED)) {
            check.numbers();
            check.lines(own);
        }
        if (own && check.gaps.isEmpty()) {
            check.stages();
        }
        check.reports();
        return List.copyOf(check.gaps);
    }

    private void numbers() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < machines.size(); i++) {
            String serial = machines.get(i).getOrDefault("serial", "");
            if (!SerialNumber.isOne(serial)) {
                gap(i, "serial", Text.of("entry.opening.gap.serial", serial));
            } else if (!seen.add(SerialNumber.of(serial).value())) {
                gap(i, "serial", Text.of("entry.opening.gap.number-twice", serial));
            }
            String line = machines.get(i).getOrDefault("line", "");
            quantity(i).ifPresent(quantity -> numbered.merge(line, quantity, BigDecimal::add));
            if (row.order().lines().stream().noneMatch(each -> line.equals("" + each.position()))) {
                gap(i, "line", Text.of("entry.opening.gap.no-line", line));
            }
        }
    }

    private Optional<BigDecimal> quantity(int i) {
        String written = machines.get(i).getOrDefault("quantity", "1");
        Optional<BigDecimal> found = Completeness.numberOf(written).filter(each -> each.stripTrailingZeros().scale() <= 3);
        if (found.isEmpty()) {
            gap(i, "quantity", Text.of("entry.gap.number", written, 3));
        } else if (found.get().signum() <= 0) {
            gap(i, "quantity", Text.of("entry.gap.positive"));
        }
        return found.filter(each -> each.signum() > 0);
    }

    /** Of a finished order every machine has its number; what is still to be built may get it from production. */
    private void lines(boolean own) {
        for (OrderLine line : row.order().lines()) {
            int more = found(line).compareTo(line.quantity());
            if (more > 0 || more < 0 && (!own || row.stage().hasPassed(Stage.FINISHED))) {
                gaps.add(new Gap(RowContent.MACHINES, Text.of("entry.opening.gap.line", line.position(), line.quantity(), found(line))));
            }
        }
    }

    private BigDecimal found(OrderLine line) {
        return numbered.getOrDefault("" + line.position(), BigDecimal.ZERO);
    }

    private void stages() {
        for (int i = 0; i < machines.size(); i++) {
            String state = machines.get(i).getOrDefault("state", "").strip();
            if (STATES.contains(state)) {
                days(i, Stage.of(state).orElseThrow());
            } else {
                gap(i, "state", Text.of("entry.opening.gap.machine-state", state, String.join(", ", STATES)));
            }
        }
        if (gaps.isEmpty()) {
            orders();
        }
    }

    /** Each stage that it has passed has its day, no earlier than the one before and none after the opening's. */
    private void days(int i, Stage far) {
        LocalDate before = LocalDate.parse(row.text(Stage.STARTED.field()));
        for (Stage each : Stage.OF_A_MACHINE) {
            String written = machines.get(i).getOrDefault(each.field(), "").strip();
            Optional<LocalDate> day = Completeness.dayOf(written);
            if (!far.hasPassed(each)) {
                if (!written.isEmpty()) {
                    gap(i, each.field(), Text.of("entry.opening.gap.machine-not-so-far", far.word()));
                }
            } else if (day.isEmpty()) {
                gap(i, each.field(), Text.of("entry.gap.day", written));
            } else if (day.get().isBefore(before)) {
                gap(i, each.field(), Text.of("entry.opening.gap.before", day.get(), before));
            } else if (day.get().isAfter(asOf)) {
                gap(i, each.field(), Text.of("entry.opening.gap.after", day.get(), asOf));
            } else {
                before = day.get();
            }
        }
        if (far == Stage.DELIVERED && row.file(Paths.cell(RowContent.MACHINES, i, RowContent.EVIDENCE + "-")).isEmpty()) {
            gap(i, RowContent.EVIDENCE, Text.of("entry.opening.gap.machine-evidence"));
        }
    }

    /** What is not delivered was not signed for: whoever sends a report with it means another machine, or another state. */
    private void reports() {
        for (int i = 0; i < machines.size(); i++) {
            Stage far = Stage.of(machines.get(i).getOrDefault("state", "").strip()).orElse(row.stage());
            if (!far.hasPassed(Stage.DELIVERED) && row.file(Paths.cell(RowContent.MACHINES, i, RowContent.EVIDENCE + "-")).isPresent()) {
                gap(i, RowContent.EVIDENCE, Text.of("entry.opening.gap.machine-report", far.word()));
            }
        }
    }

    /** The order was where the last of its machines was, since that one's day. */
    private void orders() {
        boolean whole = row.order().lines().stream().allMatch(line -> found(line).compareTo(line.quantity()) == 0);
        Stage last = whole ? machines.stream().map(MachinesCheck::stage).min(Stage::compareTo).orElseThrow() : Stage.STARTED;
        if (row.stage() != last) {
            gaps.add(new Gap("state", Text.of("entry.opening.gap.state-of-machines", row.stage().word(), last.word())));
            return;
        }
        for (Stage each : Stage.OF_A_MACHINE.stream().filter(last::hasPassed).toList()) {
            LocalDate day = machines.stream().map(machine -> LocalDate.parse(machine.get(each.field()))).max(LocalDate::compareTo).orElseThrow();
            if (!day.toString().equals(row.text(each.field()))) {
                gaps.add(new Gap(each.field(), Text.of("entry.opening.gap.day-of-machines", day)));
            }
        }
    }

    private static Stage stage(Map<String, String> machine) {
        return Stage.of(machine.get("state").strip()).orElseThrow();
    }

    private void gap(int i, String cell, Text message) {
        gaps.add(new Gap(Paths.cell(RowContent.MACHINES, i, cell), message));
    }
}
