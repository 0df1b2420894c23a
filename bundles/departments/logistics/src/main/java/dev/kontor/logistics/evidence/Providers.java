package dev.kontor.logistics.evidence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of trusted providers. Usable only inside a command or a read. */
@Component(service = Providers.class)
public final class Providers {

    private final EntityManager entities;

    @Activate
    public Providers(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Provider provider) {
        entities.persist(provider);
    }

    Optional<Provider> find(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.ofNullable(entities.find(Provider.class, id));
    }

    /** By name; few. */
    public List<Provider> all() {
        return entities.createQuery("select one from Provider one order by one.name, one.id", Provider.class).getResultList();
    }

    /** Those that may vouch for a signature: their time may be over for new ones, what was signed before counts. */
    List<Provider> trusted(LocalDate today) {
        return all().stream().filter(each -> !each.isRevoked(today)).toList();
    }

    /** Whether anybody may vouch for a signature at all. */
    public boolean isAnyTrusted(LocalDate today) {
        return !trusted(today).isEmpty();
    }
}
