package dev.kontor.supervision.regulation;

import dev.kontor.api.people.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the regulation's versions and of who acknowledged them. Usable only inside a command or a read. */
@Component(service = RegulationBook.class)
public final class RegulationBook {

    private final EntityManager rows;

    @Activate
    public RegulationBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    void keep(Object row) {
        rows.persist(row);
    }

    /** The latest first. */
    List<RegulationVersion> versions() {
        return rows.createQuery("select one from RegulationVersion one order by one.number desc", RegulationVersion.class).getResultList();
    }

    /** The latest that was published, whether or not it is in force yet: that is what is to be acknowledged. */
    public Optional<RegulationVersion> latest() {
        return versions().stream().findFirst();
    }

    List<Acknowledgement> acknowledged(RegulationVersion version) {
        return rows.createQuery("select one from Acknowledgement one where one.version = :version order by one.at, one.person", Acknowledgement.class)
                .setParameter("version", version.number())
                .getResultList();
    }

    public boolean isAcknowledged(RegulationVersion version, PersonId person) {
        return !rows.createQuery("select one from Acknowledgement one where one.version = :version and one.person = :who", Acknowledgement.class)
                .setParameter("version", version.number())
                .setParameter("who", person.value())
                .getResultList()
                .isEmpty();
    }

    /** The latest version that somebody had acknowledged by then; empty when none was made known to them. */
    public Optional<Acknowledgement> acknowledged(String person, Instant by) {
        return rows.createQuery(
                        "select one from Acknowledgement one where one.person = :who and one.at <= :by order by one.version desc", Acknowledgement.class)
                .setParameter("who", person)
                .setParameter("by", by.toEpochMilli())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
