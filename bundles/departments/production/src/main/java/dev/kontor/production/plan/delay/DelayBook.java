package dev.kontor.production.plan.delay;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of delay notices. Usable only inside a command or a read. */
@Component(service = DelayBook.class)
public final class DelayBook {

    private final EntityManager entities;

    @Activate
    public DelayBook(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(DelayNotice notice) {
        entities.persist(notice);
    }

    /** Newest first. */
    public List<DelayNotice> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from DelayNotice one where one.orderNumber = :order order by one.number desc", DelayNotice.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** The last that the customer does not know of yet. */
    public Optional<DelayNotice> open(OrderNumber order) {
        return of(order).stream().filter(notice -> !notice.isPassedOn()).findFirst();
    }

    /** @param number as it stands in a task's subject */
    Optional<DelayNotice> find(OrderNumber order, String number) {
        return of(order).stream().filter(notice -> String.valueOf(notice.number()).equals(number)).findFirst();
    }
}
