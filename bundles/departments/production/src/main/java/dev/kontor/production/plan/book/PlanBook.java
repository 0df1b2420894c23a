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

    /**
     * Its machine is struck: another one can be built in its place, by steps that are planned anew; what was done of it stays in its
     * file.
     */
    public void giveUp(Piece piece) {
        remember(piece);
        operations(piece).forEach(PlannedOperation::replaced);
        piece.giveUp();
    }

    private void remember(Piece piece) {
        piece.serial().ifPresent(serial -> workOrder(new OrderNumber(piece.orderNumber()))
                .ifPresent(work -> entities.persist(new StruckPiece(serial, work.plan(), piece))));
    }

    /** All of it is about to be done once more: who did it so far is kept. */
    public void keepDone(Piece piece) {
        piece.serial().ifPresent(machine -> operations(piece).forEach(step -> step.finishedOn()
                .ifPresent(day -> entities.persist(new EarlierStep(machine, step, day)))));
    }

    /** Whether the person did a step of the machine, now or before any of its reworks. */
    public boolean built(SerialNumber machine, String person) {
        return piece(machine).stream().flatMap(piece -> operations(piece).stream()).anyMatch(step -> step.confirmedBy().equals(person))
                || entities.createQuery("select count(one) from EarlierStep one where one.serial = :serial"
                                + " and one.confirmedBy = :person", Long.class)
                        .setParameter("serial", machine.value())
                        .setParameter("person", person)
                        .getSingleResult() > 0;
    }

    /** Gone at once, so that another one can stand in its place. */
    public void drop(Piece piece) {
        remember(piece);
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
        return planned(order).stream().filter(PlannedOperation::isStanding).toList();
    }

    /** Those, and as the version has them the ones of machines that were struck since. */
    public List<PlannedOperation> planned(OrderNumber order) {
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
        return workOrder(new OrderNumber(of.orderNumber()))
                .map(work -> operations(work.plan(), of.line(), of.piece()))
                .orElse(List.of());
    }

    /** Those of a machine that was struck, as far as it was made. */
    public List<PlannedOperation> struck(SerialNumber serial) {
        return Optional.ofNullable(entities.find(StruckPiece.class, serial.value()))
                .map(piece -> operations(piece.plan(), piece.line(), piece.piece()))
                .orElse(List.of());
    }

    private List<PlannedOperation> operations(String plan, int line, int piece) {
        return entities.createQuery("select one from PlannedOperation one where one.plan = :plan"
                                + " and one.line = :line and one.piece = :piece order by one.step", PlannedOperation.class)
                .setParameter("plan", plan)
                .setParameter("line", line)
                .setParameter("piece", piece)
                .getResultList();
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
