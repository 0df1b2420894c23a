package dev.kontor.finance.dunning;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of contacts and of hardship cases. Usable only inside a command or a read. */
@Component(service = DunningBook.class)
public final class DunningBook {

    private final EntityManager entities;

    @Activate
    public DunningBook(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Object row) {
        entities.persist(row);
    }

    /** The latest first. */
    public List<Contact> contacts(OrderNumber order) {
        return entities.createQuery(
                        "select one from Contact one where one.orderNumber = :number order by one.recordedAt desc, one.id", Contact.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** The latest first. */
    public List<Hardship> cases(OrderNumber order) {
        return entities.createQuery(
                        "select one from Hardship one where one.orderNumber = :number order by one.reportedAt desc, one.id", Hardship.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** The latest one of the instalment that nobody has decided. */
    Optional<Hardship> undecided(OrderNumber order, int position) {
        return cases(order).stream().filter(each -> each.position() == position && !each.isDecided()).findFirst();
    }

    /**
     * In which leadership decided that the customer gets nothing, whether or not it has paid since. Of each instalment the case that
     * was decided last says what is.
     */
    public List<Hardship> stopped(String customer) {
        Map<String, Hardship> last = new LinkedHashMap<>();
        entities.createQuery(
                        "select one from Hardship one where one.customer = :customer and one.decidedAt <> 0"
                                + " order by one.decidedAt, one.reportedAt, one.id",
                        Hardship.class)
                .setParameter("customer", customer)
                .getResultList()
                .forEach(each -> last.put(each.order() + "/" + each.position(), each));
        return last.values().stream().filter(each -> each.decidedPlan().equals(Hardship.STOP)).toList();
    }
}
