package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlannedOperation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report says of an order's operations: which are done, and how much is left of the others. For one report. */
final class Progress {

    private final OrderFile file;
    private final List<PlannedOperation> operations;
    private final List<Piece> pieces;
    private final StepGate gate;
    private final List<Refused.Gap> gaps = new ArrayList<>();

    /** @param operations machine by machine, in the order in which they are done */
    Progress(OrderFile file, List<PlannedOperation> operations, List<Piece> pieces, StepGate gate) {
        this.file = file;
        this.operations = operations;
        this.pieces = pieces;
        this.gate = gate;
    }

    /** @throws Refused with a gap at each field that contradicts the plan or the process flow */
    void read(Values values) {
        List<String> finished = values.choices("finished");
        if (!finished.isEmpty() && !values.yes("confirmed")) {
            gap("confirmed", Text.of("production.plan.not-confirmed"));
        }
        left(values.rows("left"), finished);
        List<PlannedOperation> reported = operations.stream()
                .filter(operation -> finished.contains(operation.id()) && !operation.isFinished())
                .toList();
        inspected(reported);
        reported.forEach(operation -> operation.finish(file.today(), file.actor().id().value()));
        skipped().ifPresent(step -> gap("finished", Text.of("production.plan.step-skipped", PlanBlocks.step(file, step))));
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    private void left(List<Values> rows, List<String> finished) {
        List<String> told = rows.stream().map(row -> row.text("operation")).toList();
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal hours = rows.get(i).number("hours").orElseThrow();
            String at = "left[" + i + "].";
            if (finished.contains(told.get(i)) || told.indexOf(told.get(i)) < i) {
                gap(at + "operation", Text.of("production.plan.left-twice"));
            }
            if (hours.signum() <= 0 || hours.stripTrailingZeros().scale() > 2 || hours.compareTo(PlanReader.MOST_HOURS) > 0) {
                gap(at + "hours", Text.of("production.plan.number-wrong", PlanReader.MOST_HOURS, 2));
            } else {
                String operation = told.get(i);
                operations.stream().filter(each -> each.id().equals(operation)).forEach(each -> each.leaves(hours));
            }
        }
        operations.stream()
                .filter(each -> !each.isFinished() && each.expectedLast().isBefore(file.today()))
                .filter(each -> !finished.contains(each.id()) && !told.contains(each.id()))
                .forEach(each -> gap("left", Text.of("production.plan.left-missing", PlanBlocks.step(file, each))));
    }

    /** What is reported done has its serial number, and passed the inspections that come before it. */
    private void inspected(List<PlannedOperation> reported) {
        List<StepGate.Done> done = new ArrayList<>();
        for (PlannedOperation each : reported) {
            pieces.stream().filter(each::isOf).flatMap(piece -> piece.serial().stream()).findFirst().ifPresentOrElse(
                    machine -> done.add(new StepGate.Done(machine, isLast(each))),
                    () -> gap("finished", Text.of("production.plan.step-unnumbered", PlanBlocks.step(file, each))));
        }
        gate.refusals(file, done).forEach(why -> gap("finished", why));
    }

    private boolean isLast(PlannedOperation step) {
        return operations.stream()
                .noneMatch(later -> later.line() == step.line() && later.piece() == step.piece() && later.step() > step.step());
    }

    /** A step that is not done, before one that is: the process flow has no shortcut. */
    private Optional<PlannedOperation> skipped() {
        return operations.stream()
                .filter(each -> !each.isFinished())
                .filter(each -> operations.stream().anyMatch(later -> later.isFinished()
                        && later.line() == each.line() && later.piece() == each.piece() && later.step() > each.step()))
                .findFirst();
    }

    private void gap(String field, Text message) {
        gaps.add(new Refused.Gap(field, message));
    }
}
