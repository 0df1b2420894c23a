package dev.kontor.aftersales.service;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service cases. Usable only inside a command or a read. */
@Component(service = Cases.class)
public final class Cases {

    private final EntityManager entities;

    @Activate
    public Cases(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(ServiceCase row) {
        entities.persist(row);
    }

    public Optional<ServiceCase> find(String id) {
        return Optional.ofNullable(entities.find(ServiceCase.class, id));
    }

    /** @param number within the order, {@code S1} */
    Optional<ServiceCase> find(OrderNumber order, String number) {
        return find(order + "-" + number);
    }

    /** Oldest first. */
    public List<ServiceCase> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from ServiceCase one where one.orderNumber = :number order by one.position", ServiceCase.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Newest first. */
    public List<ServiceCase> ofMachine(String serial, int most) {
        return newest("serial", serial, most);
    }

    /** Newest first. */
    public List<ServiceCase> ofCustomer(String customer, int most) {
        return newest("customer", customer, most);
    }

    private List<ServiceCase> newest(String field, String value, int most) {
        return entities.createQuery(
                        "select one from ServiceCase one where one." + field + " = :value order by one.openedAt desc, one.id", ServiceCase.class)
                .setParameter("value", value)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Which cases: what is empty does not narrow.
     *
     * @param late is past the day on which something was owed
     */
    record Wanted(boolean open, boolean late, String kind, String serial, String customer) {}

    /**
     * A part of the list: open ones by the day on which something is due, the others newest first.
     *
     * @param after id of the last case of the part before; empty for the first part
     */
    List<ServiceCase> list(Wanted wanted, String after, LocalDate today, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("select one from ServiceCase one where 1 = 1");
        if (wanted.open()) {
            where.append(" and one.open = 1");
        }
        if (wanted.late()) {
            where.append(" and one.dueOn < :today");
            values.put("today", today.toString());
        }
        Map.of("kind", wanted.kind(), "serial", wanted.serial(), "customer", wanted.customer()).forEach((field, value) -> {
            if (!value.isEmpty()) {
                where.append(" and one.").append(field).append(" = :").append(field);
                values.put(field, value);
            }
        });
        find(after).ifPresent(last -> {
            where.append(wanted.open()
                    ? " and (one.dueOn > :edge or one.dueOn = :edge and one.id > :id)"
                    : " and (one.openedAt < :edge or one.openedAt = :edge and one.id < :id)");
            values.put("edge", wanted.open() ? last.dueOn().toString() : last.openedAt().toEpochMilli());
            values.put("id", last.id());
        });
        where.append(wanted.open() ? " order by one.dueOn, one.id" : " order by one.openedAt desc, one.id desc");
        TypedQuery<ServiceCase> query = entities.createQuery(where.toString(), ServiceCase.class).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
