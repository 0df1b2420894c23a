package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlannedOperation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A plan as people read it, on pages and on paper. */
final class PlanBlocks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PlanBlocks() {}

    /** One machine of a line, or its lot. */
    static Text piece(OrderView file, int line, int piece) {
        String model = file.order().map(Order::lines).orElse(List.of()).stream()
                .filter(each -> each.position() == line)
                .map(OrderLine::model)
                .findFirst()
                .orElse("");
        return piece == 0
                ? Text.of("production.plan.lot-of", line, model)
                : Text.of("production.plan.machine-of", line, model, piece);
    }

    static Text step(OrderView file, PlannedOperation operation) {
        return Text.of("production.plan.step-of", piece(file, operation.line(), operation.piece()), operation.name(),
                operation.plannedLast());
    }

    /** How much of the planned hours is done, rounded down; without hours all of it. */
    static int percent(List<PlannedOperation> operations) {
        BigDecimal whole = operations.stream().map(PlannedOperation::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = operations.stream()
                .map(each -> each.hoursLeft().min(each.hours()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.signum() == 0
                ? HUNDRED.intValueExact()
                : whole.subtract(left).multiply(HUNDRED).divide(whole, 0, RoundingMode.DOWN).intValueExact();
    }

    static Block schedule(OrderView file, List<PlannedOperation> operations) {
        return new Block.Schedule(
                Text.of("production.plan.schedule"),
                operations.stream()
                        .map(each -> new Block.Bar(
                                piece(file, each.line(), each.piece()),
                                Text.of("production.plan.step-at", each.name(), each.centre()),
                                each.finishedOn().filter(each.expectedFirst()::isAfter).orElse(each.expectedFirst()),
                                each.finishedOn().orElseGet(each::expectedLast),
                                tone(each, file.today()),
                                ""))
                        .toList(),
                file.today());
    }

    static Block operations(OrderView file, List<PlannedOperation> operations) {
        return new Block.Table(
                Text.of("production.plan.operations"),
                Stream.of("machine", "operation", "centre", "hours", "planned", "expected", "done", "state")
                        .map(name -> name.equals("hours")
                                ? Block.Column.number(Text.of("production.plan.hours"))
                                : Block.Column.of(Text.of("production.plan." + name)))
                        .toList(),
                operations.stream().map(each -> row(file, each)).toList(),
                "",
                Text.of("production.plan.no-operations"));
    }

    private static List<Cell> row(OrderView file, PlannedOperation each) {
        return List.of(
                Cell.words(piece(file, each.line(), each.piece())),
                Cell.plain(each.name()),
                Cell.plain(each.centre()),
                new Cell.Number(each.hours()),
                span(each.plannedFirst(), each.plannedLast()),
                span(each.expectedFirst(), each.expectedLast()),
                each.finishedOn().<Cell>map(day -> new Cell.Many(List.of(new Cell.Day(day), Cell.person(each.confirmedBy()))))
                        .orElse(Cell.plain("")),
                state(each, file.today()));
    }

    private static Cell span(LocalDate first, LocalDate last) {
        return Cell.words(Text.of("production.plan.span", first, last));
    }

    /** As planned, late against the plan, or overdue today. */
    static Cell state(PlannedOperation each, LocalDate today) {
        String state = isLate(each, today) ? "late" : each.isFinished() ? "in-time" : "ahead";
        return new Cell.Badge(tone(each, today), Text.of("production.plan.state-" + state));
    }

    private static boolean isLate(PlannedOperation each, LocalDate today) {
        LocalDate last = each.finishedOn().orElseGet(() -> each.expectedLast().isBefore(today) ? today : each.expectedLast());
        return last.isAfter(each.plannedLast());
    }

    private static Tone tone(PlannedOperation each, LocalDate today) {
        if (isLate(each, today)) {
            return each.isFinished() ? Tone.WARNING : Tone.BAD;
        }
        return each.isFinished() ? Tone.GOOD : Tone.NEUTRAL;
    }

    static Block materials(List<Materials.Need> needs) {
        return new Block.Table(
                Text.of("production.plan.materials"),
                Stream.of("material", "specification", "quantity", "unit", "needed-by")
                        .map(name -> name.equals("quantity")
                                ? Block.Column.number(Text.of("production.plan.quantity"))
                                : Block.Column.of(Text.of("production.plan." + name)))
                        .toList(),
                needs.stream()
                        .map(need -> List.of(
                                Cell.plain(need.name()), Cell.plain(need.specification()), new Cell.Number(need.quantity()),
                                Cell.plain(need.unit()), (Cell) new Cell.Day(need.neededBy())))
                        .toList(),
                "",
                Text.of("production.plan.no-materials"));
    }
}
