package dev.kontor.logistics.carrier;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of carriers. Usable only inside a command or a read. */
@Component(service = Carriers.class)
public final class Carriers {

    private final EntityManager entities;

    @Activate
    public Carriers(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Carrier carrier) {
        entities.persist(carrier);
    }

    public Optional<Carrier> find(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.ofNullable(entities.find(Carrier.class, id));
    }

    Optional<Carrier> named(String name) {
        return entities.createQuery("select one from Carrier one where one.name = :name", Carrier.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Those that may be chosen, by name. */
    public List<Carrier> active() {
        return entities.createQuery("select one from Carrier one where one.active = 1 order by one.name", Carrier.class)
                .getResultList();
    }

    /** By name. @param after the name that the part before ended with */
    public List<Carrier> all(String after, int limit) {
        return entities.createQuery("select one from Carrier one where one.name > :name order by one.name", Carrier.class)
                .setParameter("name", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
