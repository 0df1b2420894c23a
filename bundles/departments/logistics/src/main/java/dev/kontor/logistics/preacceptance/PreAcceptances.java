package dev.kontor.logistics.preacceptance;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.logistics.acceptance.Item;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
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

    void keep(PreAcceptance row, List<Item> items) {
        entities.persist(row);
        items.forEach(entities::persist);
    }

    /** Of an order, the oldest first. */
    public List<PreAcceptance> of(OrderNumber order) {
        return entities.createQuery("select one from PreAcceptance one where one.orderNumber = :order order by one.number", PreAcceptance.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** What was looked at. */
    public List<Item> items(PreAcceptance row) {
        return entities.createQuery("select one from Item one where one.subject = :id order by one.position", Item.class)
                .setParameter("id", row.id())
                .getResultList();
    }

    /**
     * The machines that must not leave yet: the customer's last look at them did not end with acceptance, or the contract lists a
     * pre-acceptance and there was none.
     */
    public List<Machine> missing(OrderView file, List<Machine> machines) {
        boolean listed = file.order().filter(order -> order.acceptances().contains(Acceptance.PRE)).isPresent();
        List<PreAcceptance> all = of(file.number());
        return machines.stream().filter(machine -> last(all, machine).map(look -> !look.isAccepted()).orElse(listed)).toList();
    }

    private static Optional<PreAcceptance> last(List<PreAcceptance> all, Machine machine) {
        return all.stream().filter(look -> look.serials().contains(machine.serial().value())).reduce((old, young) -> young);
    }
}
