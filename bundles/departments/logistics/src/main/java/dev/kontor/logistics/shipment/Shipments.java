package dev.kontor.logistics.shipment;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.Task;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of shipments and of orders that are ready for one. Usable only inside a command or a read. */
@Component(service = Shipments.class)
public final class Shipments {

    private final EntityManager entities;

    @Activate
    public Shipments(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Shipment shipment, List<Machine> machines) {
        entities.persist(shipment);
        machines.forEach(machine -> entities.persist(new Load(shipment, machine)));
    }

    /** Of an order, the first one first. */
    public List<Shipment> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Shipment one where one.orderNumber = :number order by one.number", Shipment.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    public Optional<Shipment> find(OrderNumber order, int number) {
        return of(order).stream().filter(each -> each.number() == number).findFirst();
    }

    /** The shipment that a task is about. */
    public Shipment about(Task task) {
        return find(task.order(), Duties.number(task))
                .orElseThrow(() -> new IllegalStateException("%s of %s is about no shipment.".formatted(task.kind(), task.order())));
    }

    public Optional<Shipment> shipment(String id) {
        return Optional.ofNullable(entities.find(Shipment.class, id));
    }

    /** By serial number. */
    public List<Load> loads(Shipment shipment) {
        return entities.createQuery("select one from Load one where one.shipmentId = :id order by one.serial", Load.class)
                .setParameter("id", shipment.id())
                .getResultList();
    }

    /** The order's machines that travel in it, as they are now; one that was lost or struck is not among them. */
    public List<Machine> machines(OrderView file, Shipment shipment) {
        Set<SerialNumber> loaded = loads(shipment).stream().map(Load::serial).collect(Collectors.toSet());
        return file.machines().stream()
                .filter(machine -> loaded.contains(machine.serial()) && !machine.has(MilestoneName.LOGISTICS_LOST))
                .toList();
    }

    /** The shipments of one machine that were not dropped, the latest first. */
    public List<Shipment> carrying(SerialNumber serial) {
        return entities.createQuery(
                        "select one from Shipment one, Load load where load.shipmentId = one.id and load.serial = :serial"
                                + " and one.state <> 'dropped' order by one.plannedAt desc",
                        Shipment.class)
                .setParameter("serial", serial.value())
                .getResultList();
    }

    /** Machines that are finished and passed, and in no shipment. */
    public List<Machine> free(OrderView file) {
        Set<String> open = of(file.number()).stream()
                .filter(each -> each.state() != State.DROPPED)
                .map(Shipment::id)
                .collect(Collectors.toSet());
        Set<SerialNumber> loaded = entities.createQuery("select one from Load one where one.orderNumber = :number", Load.class)
                .setParameter("number", file.number().value())
                .getResultStream()
                .filter(load -> open.contains(load.shipment()))
                .map(Load::serial)
                .collect(Collectors.toSet());
        return file.machines().stream()
                .filter(machine -> machine.has(MilestoneName.PRODUCTION_FINISHED) && !loaded.contains(machine.serial()))
                .toList();
    }

    public Optional<ReadyOrder> ready(OrderNumber order) {
        return Optional.ofNullable(entities.find(ReadyOrder.class, order.value()));
    }

    public void keep(ReadyOrder ready) {
        entities.persist(ready);
    }

    /** The longest waiting first. @param after of the part before, or the beginning of time and an empty number */
    public List<ReadyOrder> ready(Instant after, String order, int limit) {
        return entities.createQuery(
                        "select one from ReadyOrder one where one.machines > 0 and (one.since > :since"
                                + " or (one.since = :since and one.orderNumber > :order)) order by one.since, one.orderNumber",
                        ReadyOrder.class)
                .setParameter("since", after.toEpochMilli())
                .setParameter("order", order)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those in a state, the latest change last. @param after of the part before, or the beginning of time and an empty id */
    public List<Shipment> in(Set<State> states, Instant after, String id, int limit) {
        return entities.createQuery(
                        "select one from Shipment one where one.state in :states"
                                + " and (one.changedAt > :at or (one.changedAt = :at and one.id > :id)) order by one.changedAt, one.id",
                        Shipment.class)
                .setParameter("states", states.stream().map(State::word).toList())
                .setParameter("at", after.toEpochMilli())
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The one whose acceptance by the customer is owed longest. */
    public Optional<Shipment> accepting(String customer) {
        return entities.createQuery(
                        "select one from Shipment one where one.state in ('arrived', 'commissioning') and one.customer = :customer"
                                + " order by one.changedAt, one.id",
                        Shipment.class)
                .setParameter("customer", customer)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those that are over, the latest first. @param before of the part before, or the end of time and an empty id */
    public List<Shipment> over(Instant before, String id, int limit) {
        return entities.createQuery(
                        "select one from Shipment one where one.state in ('accepted', 'lost', 'dropped')"
                                + " and (one.changedAt < :at or (one.changedAt = :at and one.id > :id)) order by one.changedAt desc, one.id",
                        Shipment.class)
                .setParameter("at", before.toEpochMilli())
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those under way of which nothing was heard in time; what is silent longest comes first. */
    public List<Shipment> silent(Instant now, int limit) {
        return entities.createQuery(
                        "select one from Shipment one where one.state = 'dispatched'"
                                + " and one.journey.silentAt > 0 and one.journey.silentAt <= :now"
                                + " order by one.journey.silentAt, one.id",
                        Shipment.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many shipments a carrier had that left. */
    public long sentBy(String carrier) {
        return entities.createQuery(
                        "select count(one) from Shipment one where one.transport.carrier = :carrier and one.journey.dispatchedOn <> ''",
                        Long.class)
                .setParameter("carrier", carrier)
                .getSingleResult();
    }
}
