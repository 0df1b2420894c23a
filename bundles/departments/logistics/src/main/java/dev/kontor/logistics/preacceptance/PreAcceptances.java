package dev.kontor.logistics.preacceptance;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of pre-acceptances. Usable only inside a command or a read. */
@Component(service = PreAcceptances.class)
public final class PreAcceptances {

    private final EntityManager entities;

    @Activate
    public PreAcceptances(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(PreAcceptance row) {
        entities.persist(row);
    }

    /** Of an order, the oldest first. */
    public List<PreAcceptance> of(OrderNumber order) {
        return entities.createQuery("select one from PreAcceptance one where one.orderNumber = :order order by one.number", PreAcceptance.class)
                .setParameter("order", order.value())
                .getResultList();
    }
}
