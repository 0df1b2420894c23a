package dev.kontor.finance.penalty;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Penalty terms of orders and what was waived. Usable only inside a command or a read. */
@Component(service = PenaltyBook.class)
public final class PenaltyBook {

    private final EntityManager entities;

    @Activate
    public PenaltyBook(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Object row) {
        entities.persist(row);
    }

    List<PenaltyTerm> terms(OrderNumber order) {
        return entities.createQuery("select one from PenaltyTerm one where one.orderNumber = :order order by one.side", PenaltyTerm.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    Optional<PenaltyTerm> term(OrderNumber order, Side side) {
        return terms(order).stream().filter(each -> each.side() == side).findFirst();
    }

    Optional<BreachReading> reading(OrderNumber order) {
        return Optional.ofNullable(entities.find(BreachReading.class, order.value()));
    }

    /** Oldest first. */
    List<Waiver> waivers(OrderNumber order) {
        return entities.createQuery("select one from Waiver one where one.orderNumber = :order order by one.proposedAt, one.id", Waiver.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** Oldest first. */
    List<SetOff> setOffs(OrderNumber order) {
        return entities.createQuery("select one from SetOff one where one.orderNumber = :order order by one.proposedAt, one.id", SetOff.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    Money waived(OrderNumber order, Side side, String currency) {
        return waivers(order).stream()
                .filter(each -> each.side() == side && each.isGranted())
                .map(Waiver::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
