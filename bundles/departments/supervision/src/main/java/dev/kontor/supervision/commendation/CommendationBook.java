package dev.kontor.supervision.commendation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of commendations. Usable only inside a command or a read. */
@Component(service = CommendationBook.class)
public final class CommendationBook {

    private final EntityManager rows;

    @Activate
    public CommendationBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    void keep(Commendation commendation) {
        rows.persist(commendation);
    }

    Optional<Commendation> find(String id) {
        return Optional.ofNullable(rows.find(Commendation.class, id));
    }

    /** Those that were approved from {@code from} on and before {@code until}, oldest first. */
    public List<Commendation> approved(Instant from, Instant until) {
        return rows.createQuery(
                        "select one from Commendation one where one.state = 'APPROVED' and one.approvedAt >= :from and one.approvedAt < :until"
                                + " order by one.approvedAt, one.id",
                        Commendation.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("until", until.toEpochMilli())
                .getResultList();
    }

    /** Newest first, behind that one if it is there. */
    List<Commendation> after(Optional<Commendation> last, int most) {
        return rows.createQuery(
                        "select one from Commendation one where one.proposedAt < :at or (one.proposedAt = :at and one.id > :id)"
                                + " order by one.proposedAt desc, one.id",
                        Commendation.class)
                .setParameter("at", last.map(each -> each.proposedAt().toEpochMilli()).orElse(Long.MAX_VALUE))
                .setParameter("id", last.map(Commendation::id).orElse(""))
                .setMaxResults(most)
                .getResultList();
    }
}
