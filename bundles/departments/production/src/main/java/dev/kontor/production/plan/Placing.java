package dev.kontor.production.plan;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.plan.capacity.Scheduler;
import dev.kontor.production.plan.capacity.Scheduler.Taken;
import dev.kontor.production.plan.capacity.Scheduler.Work;
import dev.kontor.production.plan.capacity.WorkCentre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places an order's operations at the work centres beside those of all other orders. */
@Component(service = Placing.class)
public final class Placing {

    private final Capacity capacity;

    @Activate
    public Placing(@Reference Capacity capacity) {
        this.capacity = capacity;
    }

    /** Locks the centres, once and all of them, before anything is taken back or placed; answers their capacity. */
    Map<String, BigDecimal> hold(Stream<String> centres) {
        return capacity.hold(centres.toList());
    }

    Map<String, BigDecimal> hold(List<PlannedOperation> operations) {
        return hold(operations.stream().map(PlannedOperation::centre));
    }

    /**
     * Takes back what the order holds from today on: what it still held of an operation is what is left of it. Of one that
     * ought to be done and is not, another working day at the most is left as far as anybody knows. Before the release
     * nothing was worked on, so that all of it is left.
     */
    void takeBack(WorkOrder work, List<PlannedOperation> operations, LocalDate today) {
        if (work.releasedOn().isEmpty()) {
            giveBack(work);
            return;
        }
        Map<String, BigDecimal> held = capacity.release(work.order(), today);
        operations.stream().filter(operation -> !operation.isFinished()).forEach(operation ->
                operation.leaves(held.containsKey(operation.id()) ? held.get(operation.id()) : another(operation)));
    }

    /** The operations are done no more: from today on they take nothing of the work centres. */
    void free(OrderNumber order, List<PlannedOperation> operations, LocalDate today) {
        capacity.release(order, operations.stream().map(PlannedOperation::id).collect(Collectors.toSet()), today);
    }

    /** The order takes nothing of the work centres; what is expected of its operations stays. */
    void giveBack(WorkOrder work) {
        capacity.release(work.order(), LocalDate.EPOCH);
    }

    private BigDecimal another(PlannedOperation operation) {
        return capacity.centre(operation.centre()).map(WorkCentre::capacity).orElseThrow().min(operation.hoursLeft());
    }

    /**
     * Places what is left of the operations, forward from the day.
     *
     * @param held the operations' centres, as {@link #hold} answered
     * @param operations by machine, in the order in which they are done
     * @return the day on which the last of all is done
     */
    LocalDate place(OrderNumber order, Map<String, BigDecimal> held, List<PlannedOperation> operations, LocalDate from) {
        List<PlannedOperation> open = operations.stream().filter(operation -> !operation.isFinished()).toList();
        Scheduler free = capacity.free(order, held, from);
        Map<String, List<PlannedOperation>> chains = open.stream().collect(Collectors.groupingBy(
                operation -> operation.line() + "-" + operation.piece(), LinkedHashMap::new, Collectors.toList()));
        chains.values().forEach(chain -> {
            Map<String, List<Taken>> placed = free.place(chain.stream().map(PlannedOperation::work).toList(), from);
            chain.forEach(operation -> take(order, operation, placed.get(operation.id())));
        });
        return operations.stream()
                .map(operation -> operation.finishedOn().orElseGet(operation::expectedLast))
                .max(LocalDate::compareTo)
                .orElse(from);
    }

    private void take(OrderNumber order, PlannedOperation operation, List<Taken> parts) {
        Work work = operation.work();
        capacity.take(order, work, parts);
        operation.expect(parts.get(0).day(), parts.get(parts.size() - 1).day());
    }
}
