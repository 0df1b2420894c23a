package dev.kontor.production.plan.book;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.production.plan.Materials;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of plans. Usable only inside a command or a read. */
@Component(service = {PlanBook.class, Materials.class})
public final class PlanBook implements Materials {

    private final EntityManager entities;

    @Activate
    public PlanBook(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    /** Gone at once, so that another one can stand in its place. */
    public void drop(Piece piece) {
        entities.remove(piece);
        entities.flush();
    }

    public Optional<WorkOrder> workOrder(OrderNumber order) {
        return Optional.ofNullable(entities.find(WorkOrder.class, order.value()));
    }

    /** The version that stands. */
    public Optional<ProductionPlan> plan(OrderNumber order) {
        return workOrder(order).map(found -> entities.find(ProductionPlan.class, found.plan()));
    }

    /** Newest first. */
    public List<ProductionPlan> plans(OrderNumber order) {
        return of("select one from ProductionPlan one where one.orderNumber = :order order by one.number desc", ProductionPlan.class, order)
                .getResultList();
    }

    /** Those of the version that stands, machine by machine, in the order in which they are done. */
    public List<PlannedOperation> operations(OrderNumber order) {
        return workOrder(order).map(found -> operations(found.plan())).orElse(List.of());
    }

    private List<PlannedOperation> operations(String plan) {
        return entities.createQuery("select one from PlannedOperation one where one.plan = :plan"
                                + " order by one.line, one.piece, one.step", PlannedOperation.class)
                .setParameter("plan", plan)
                .getResultList();
    }

    /** Those of one machine or lot. */
    public List<PlannedOperation> operations(Piece of) {
        return entities.createQuery("select one from PlannedOperation one where one.plan in"
                                + " (select work.plan from WorkOrder work where work.orderNumber = :order)"
                                + " and one.line = :line and one.piece = :piece order by one.step", PlannedOperation.class)
                .setParameter("order", of.orderNumber())
                .setParameter("line", of.line())
                .setParameter("piece", of.piece())
                .getResultList();
    }

    /** Serial numbers of the machines whose every step is done. */
    public Set<String> made(OrderNumber order) {
        List<PlannedOperation> operations = operations(order);
        return pieces(order).stream()
                .filter(piece -> operations.stream().anyMatch(step -> step.isOf(piece)))
                .filter(piece -> operations.stream().noneMatch(step -> step.isOf(piece) && !step.isFinished()))
                .flatMap(piece -> piece.serial().stream())
                .map(SerialNumber::value)
                .collect(Collectors.toSet());
    }

    public List<Piece> pieces(OrderNumber order) {
        return of("select one from Piece one where one.orderNumber = :order order by one.line, one.piece", Piece.class, order)
                .getResultList();
    }

    public Optional<Piece> piece(SerialNumber serial) {
        return entities.createQuery("select one from Piece one where one.serial = :serial", Piece.class)
                .setParameter("serial", serial.value())
                .getResultStream()
                .findFirst();
    }

    /** The highest serial number that begins so and is as long. */
    public Optional<SerialNumber> last(String beginning, int length) {
        return Optional.ofNullable(entities.createQuery("select max(one.serial) from Piece one where one.serial >= :from"
                                + " and one.serial < :to and length(one.serial) = :length", String.class)
                        .setParameter("from", beginning)
                        .setParameter("to", beginning + ":") // what follows 9
                        .setParameter("length", length)
                        .getSingleResult())
                .map(SerialNumber::new);
    }

    public List<ProgressReport> reports(OrderNumber order) {
        return of("select one from ProgressReport one where one.orderNumber = :order order by one.number desc", ProgressReport.class, order)
                .getResultList();
    }

    @Override
    public List<Need> of(OrderNumber order) {
        return workOrder(order).stream()
                .flatMap(found -> entities.createQuery(
                                "select one from PlannedMaterial one where one.plan = :plan", PlannedMaterial.class)
                        .setParameter("plan", found.plan())
                        .getResultStream())
                .map(PlannedMaterial::need)
                .sorted(Comparator.comparing(Need::neededBy).thenComparing(Need::line).thenComparing(Need::name))
                .toList();
    }

    /**
     * Orders that are planned and not made yet, the one that will be ready first.
     *
     * @param after behind which order, expected on which day; empty for the first part
     */
    public List<WorkOrder> open(Optional<Behind> after, int most) {
        String place = after.isPresent()
                ? " and (one.forecastOn > :day or one.forecastOn = :day and one.orderNumber > :order)" : "";
        TypedQuery<WorkOrder> query = entities.createQuery("select one from WorkOrder one where one.open = 1" + place
                + " order by one.forecastOn, one.orderNumber", WorkOrder.class);
        after.ifPresent(behind -> query.setParameter("day", behind.day().toString()).setParameter("order", behind.order().value()));
        return query.setMaxResults(most).getResultList();
    }

    public record Behind(LocalDate day, OrderNumber order) {}

    /**
     * What is still to be done of the orders that are made, by work centre and order.
     *
     * @param until begun at the latest on this day
     */
    public List<Busy> busy(LocalDate until, int most) {
        return entities.createQuery("select one.centre, one.orderNumber, min(one.expectedFirst), max(one.expectedLast)"
                                + " from PlannedOperation one, WorkOrder work where work.orderNumber = one.orderNumber and work.open = 1"
                                + " and one.standing = 1 and one.finishedOn = '' and one.expectedFirst <= :until"
                                + " group by one.centre, one.orderNumber order by one.centre, min(one.expectedFirst), one.orderNumber",
                        Object[].class)
                .setParameter("until", until.toString())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Busy((String) row[0], new OrderNumber((String) row[1]), LocalDate.parse((String) row[2]),
                        LocalDate.parse((String) row[3])))
                .toList();
    }

    /** A work centre busy with an order. */
    public record Busy(String centre, OrderNumber order, LocalDate first, LocalDate last) {}

    private <T> TypedQuery<T> of(String query, Class<T> type, OrderNumber order) {
        return entities.createQuery(query, type).setParameter("order", order.value());
    }
}
