package dev.kontor.production.plan.capacity;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.plan.capacity.Scheduler.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of work centres and of what is taken of them. Usable only inside a command or a read. */
@Component(service = Capacity.class)
public final class Capacity {

    private final EntityManager entities;
    private final WorkingCalendar calendar;

    @Activate
    public Capacity(
            @Reference(target = "(osgi.unit.name=production)") EntityManager entities, @Reference WorkingCalendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    void keep(WorkCentre centre) {
        entities.persist(centre);
    }

    public Optional<WorkCentre> centre(String code) {
        return Optional.ofNullable(entities.find(WorkCentre.class, code));
    }

    /** By code. */
    public List<WorkCentre> centres() {
        return entities.createQuery("select one from WorkCentre one order by one.code", WorkCentre.class).getResultList();
    }

    /**
     * Locks the centres until the command ends, so that two plans do not take the same hours. Whoever changes what an order
     * takes begins with it, and with all of them at once: in the order of their codes nobody waits for who waits for them.
     *
     * @return their capacity
     */
    public Map<String, BigDecimal> hold(Collection<String> codes) {
        Map<String, BigDecimal> capacity = new TreeMap<>();
        new TreeSet<>(codes).forEach(code ->
                capacity.put(code, entities.find(WorkCentre.class, code, LockModeType.PESSIMISTIC_WRITE).capacity()));
        return capacity;
    }

    /**
     * What centres have free beside what other orders take.
     *
     * @param held the centres and their capacity, as {@link #hold} answered in this command
     */
    public Scheduler free(OrderNumber order, Map<String, BigDecimal> held, LocalDate from) {
        Map<Place, BigDecimal> taken = new HashMap<>();
        if (!held.isEmpty()) {
            entities.createQuery("select one.centre, one.busyOn, sum(one.hours) from Slot one where one.centre in :codes"
                                    + " and one.busyOn >= :from and one.orderNumber <> :order group by one.centre, one.busyOn",
                            Object[].class)
                    .setParameter("codes", held.keySet())
                    .setParameter("from", from.toString())
                    .setParameter("order", order.value())
                    .getResultList()
                    .forEach(row -> taken.put(place(row), (BigDecimal) row[2]));
        }
        return new Scheduler(calendar, held, taken);
    }

    /** Which orders take hours of the centre from that day on. */
    List<OrderNumber> orders(String code, LocalDate from) {
        return entities.createQuery("select distinct one.orderNumber from Slot one where one.centre = :code and one.busyOn >= :from"
                                + " order by one.orderNumber", String.class)
                .setParameter("code", code)
                .setParameter("from", from.toString())
                .getResultStream()
                .map(OrderNumber::new)
                .toList();
    }

    /** Hours taken on each day of a span, first and last day included. */
    public Map<Place, BigDecimal> taken(LocalDate first, LocalDate last) {
        Map<Place, BigDecimal> taken = new HashMap<>();
        entities.createQuery("select one.centre, one.busyOn, sum(one.hours) from Slot one"
                                + " where one.busyOn >= :first and one.busyOn <= :last group by one.centre, one.busyOn",
                        Object[].class)
                .setParameter("first", first.toString())
                .setParameter("last", last.toString())
                .getResultList()
                .forEach(row -> taken.put(place(row), (BigDecimal) row[2]));
        return taken;
    }

    private static Place place(Object[] row) {
        return new Place((String) row[0], LocalDate.parse((String) row[1]));
    }

    public void take(OrderNumber order, Scheduler.Work work, List<Scheduler.Taken> parts) {
        parts.forEach(part -> entities.persist(new Slot(order, work, part)));
    }

    /** These operations of the order take nothing from that day on. */
    public void release(OrderNumber order, Set<String> operations, LocalDate from) {
        slots(order, from).filter(slot -> operations.contains(slot.operation())).forEach(entities::remove);
    }

    /** The order takes nothing from that day on; answers the hours that each of its operations had there. */
    public Map<String, BigDecimal> release(OrderNumber order, LocalDate from) {
        Map<String, BigDecimal> had = new HashMap<>();
        slots(order, from).forEach(slot -> {
            had.merge(slot.operation(), slot.hours(), BigDecimal::add);
            entities.remove(slot);
        });
        return had;
    }

    private Stream<Slot> slots(OrderNumber order, LocalDate from) {
        return entities.createQuery("select one from Slot one where one.orderNumber = :order and one.busyOn >= :from", Slot.class)
                .setParameter("order", order.value())
                .setParameter("from", from.toString())
                .getResultList()
                .stream();
    }
}
