package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedMaterial;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a version of an order's plan in force; the one before stays as it was, with who replaced it and why. */
@Component(service = Versions.class)
public final class Versions {

    private final PlanBook book;
    private final Placing placing;
    private final Forecasting forecasting;

    @Activate
    public Versions(@Reference PlanBook book, @Reference Placing placing, @Reference Forecasting forecasting) {
        this.book = book;
        this.placing = placing;
        this.forecasting = forecasting;
    }

    /** @param reason why it replaces the version before; empty for the first */
    ProductionPlan save(OrderFile file, Draft draft, String reason) {
        Order order = file.order().orElseThrow();
        Optional<WorkOrder> known = book.workOrder(order.number());
        Optional<ProductionPlan> former = book.plan(order.number());
        List<PlannedOperation> before = book.operations(order.number());
        Map<String, BigDecimal> held = placing.hold(Stream.concat(before.stream().map(PlannedOperation::centre), draft.steps().stream().map(Draft.Step::centre)));
        known.ifPresent(work -> placing.takeBack(work, before, file.today()));
        before.forEach(PlannedOperation::replaced);

        ProductionPlan plan = new ProductionPlan(
                order.number(), known.map(WorkOrder::number).orElse(0) + 1, order.revision(), draft.startOn(), reason);
        List<PlannedOperation> operations = operations(plan, draft, pieces(file, draft), before, passed(file));
        LocalDate finish = placing.place(order.number(), held, operations, draft.startOn());
        operations.forEach(PlannedOperation::plan);
        operations.forEach(book::keep);
        plan.made(finish, file.actor().id().value(), file.now());
        book.keep(plan);
        draft.materials().forEach(need -> book.keep(new PlannedMaterial(plan, need)));
        forecasting.expect(file, standing(known, order, plan), finish, operations);
        note(file, plan, former);
        return plan;
    }

    private WorkOrder standing(Optional<WorkOrder> known, Order order, ProductionPlan plan) {
        WorkOrder work = known.orElseGet(() -> new WorkOrder(order.number()));
        work.stand(plan);
        if (known.isEmpty()) {
            book.keep(work);
        }
        return work;
    }

    private static Set<SerialNumber> passed(OrderFile file) {
        return file.machines().stream()
                .filter(machine -> machine.has(MilestoneName.PRODUCTION_FINISHED))
                .map(Machine::serial)
                .collect(Collectors.toSet());
    }

    /**
     * Of a machine that has its number what is done stays done; in the place of one that was struck another is begun. One that
     * passed stays as it was made.
     */
    private List<PlannedOperation> operations(
            ProductionPlan plan, Draft draft, List<Piece> pieces, List<PlannedOperation> before, Set<SerialNumber> passed) {
        List<PlannedOperation> operations = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.serial().filter(passed::contains).isPresent()) {
                before.stream().filter(each -> each.isOf(piece) && each.isFinished()).forEach(each -> operations.add(again(plan, piece, each)));
                continue;
            }
            int step = 0;
            for (Draft.Step each : draft.of(piece.line())) {
                step++;
                PlannedOperation operation = new PlannedOperation(plan, piece, step, each.name(), each.centre(), each.hours());
                if (piece.serial().isPresent()) {
                    before.stream().filter(operation::isSameStep).findFirst().ifPresent(operation::goOnFrom);
                }
                operations.add(operation);
            }
        }
        return operations;
    }

    private static PlannedOperation again(ProductionPlan plan, Piece piece, PlannedOperation done) {
        PlannedOperation again = new PlannedOperation(plan, piece, done.step(), done.name(), done.centre(), done.hours());
        again.goOnFrom(done);
        return again;
    }

    /** What is built already stays what it is; what the order has no longer is struck. */
    private List<Piece> pieces(OrderFile file, Draft draft) {
        takeOver(file);
        List<Piece> known = book.pieces(file.number());
        List<Piece> wanted = draft.pieces(file.order().orElseThrow(), known);
        known.stream().filter(piece -> wanted.stream().noneMatch(piece::isSame)).forEach(piece -> drop(file, piece));
        return wanted.stream()
                .map(piece -> known.stream().filter(piece::isSame).findFirst().orElseGet(() -> kept(piece)))
                .toList();
    }

    /** The machines of an opened order were built by no plan that is known here; of a line there is one lot. */
    private void takeOver(OrderFile file) {
        for (Machine machine : file.machines()) {
            List<Piece> pieces = book.pieces(file.number());
            int number = machine.quantity().compareTo(BigDecimal.ONE) == 0 ? behind(pieces, machine.line()) : 0;
            Piece piece = new Piece(file.number(), machine.line(), number, machine.quantity());
            piece.carry(machine.serial());
            if (pieces.stream().noneMatch(each -> each.serial().equals(piece.serial()) || each.key().equals(piece.key()))) {
                kept(piece);
            }
        }
    }

    private static int behind(List<Piece> pieces, int line) {
        return 1 + pieces.stream().filter(piece -> piece.line() == line).mapToInt(Piece::piece).max().orElse(0);
    }

    private Piece kept(Piece piece) {
        book.keep(piece);
        return piece;
    }

    private void drop(OrderFile file, Piece piece) {
        piece.serial().ifPresent(serial -> {
            Optional<Machine> passed = file.machines().stream()
                    .filter(machine -> machine.serial().equals(serial) && !machine.milestones().isEmpty())
                    .findFirst();
            if (passed.isPresent()) {
                throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.plan.machine-finished", serial.value()));
            }
            file.strike(serial, Text.of("production.plan.not-built"));
        });
        book.drop(piece);
    }

    private static void note(OrderFile file, ProductionPlan plan, Optional<ProductionPlan> former) {
        file.note("production.plan", Text.of("production.plan.saved", plan.number(), plan.startOn(), plan.finishOn()), List.of(
                new Change("start-on", former.map(each -> each.startOn().toString()).orElse(""), plan.startOn().toString()),
                new Change("finish-on", former.map(each -> each.finishOn().toString()).orElse(""), plan.finishOn().toString()),
                new Change("reason", "", plan.reason())));
    }
}
