package dev.kontor.aftersales.retrospective;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The retrospectives, their points and their readers. Usable only inside a command or a read. */
@Component(service = Retrospectives.class)
public final class Retrospectives {

    private final EntityManager entities;

    @Activate
    public Retrospectives(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Object row) {
        entities.persist(row);
    }

    public Optional<Retrospective> of(OrderNumber order) {
        return Optional.ofNullable(entities.find(Retrospective.class, order.value()));
    }

    public List<Point> points(OrderNumber order) {
        return entities.createQuery("select one from Point one where one.orderNumber = :number order by one.position", Point.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** By role. */
    public List<Receipt> receipts(OrderNumber order) {
        return entities.createQuery("select one from Receipt one where one.orderNumber = :number order by one.role", Receipt.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    Receipt receipt(OrderNumber order, Role role) {
        return Optional.ofNullable(entities.find(Receipt.class, order + " " + role))
                .orElseThrow(() -> new IllegalStateException("The retrospective of %s was not passed to %s.".formatted(order, role)));
    }

    /**
     * A part of all, the latest first.
     *
     * @param after the order of the last of the part before; empty for the first part
     */
    List<Retrospective> list(String after, int most) {
        Optional<Retrospective> last = Optional.ofNullable(entities.find(Retrospective.class, after));
        String edge = last.isEmpty() ? "" : " where one.heldAt < :edge or one.heldAt = :edge and one.orderNumber < :number";
        TypedQuery<Retrospective> query = entities.createQuery(
                        "select one from Retrospective one" + edge + " order by one.heldAt desc, one.orderNumber desc", Retrospective.class)
                .setMaxResults(most);
        last.ifPresent(each -> query
                .setParameter("edge", each.heldAt().toEpochMilli())
                .setParameter("number", each.order().value()));
        return query.getResultList();
    }
}
