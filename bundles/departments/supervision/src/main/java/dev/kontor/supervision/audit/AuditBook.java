package dev.kontor.supervision.audit;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of audits. Usable only inside a command or a read. */
@Component(service = AuditBook.class)
public final class AuditBook {

    private final EntityManager rows;

    @Activate
    public AuditBook(@Reference(target = "(osgi.unit.name=supervision)") EntityManager rows) {
        this.rows = rows;
    }

    void keep(Object row) {
        rows.persist(row);
    }

    Optional<Audit> audit(String id) {
        return Optional.ofNullable(rows.find(Audit.class, id));
    }

    Optional<Audit> of(YearMonth month) {
        return rows.createQuery("select one from Audit one where one.month = :month", Audit.class)
                .setParameter("month", month.toString())
                .getResultStream()
                .findFirst();
    }

    /** The latest month first. @param before exclusive, ISO 8601; empty for the latest */
    List<Audit> audits(String before, int most) {
        return rows.createQuery("select one from Audit one where :before = '' or one.month < :before order by one.month desc", Audit.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** As they were drawn. */
    List<Sample> samples(Audit audit) {
        return rows.createQuery("select one from Sample one where one.audit = :audit order by one.place", Sample.class)
                .setParameter("audit", audit.id())
                .getResultList();
    }

    /** Those that are still to be inspected, of the oldest month first. */
    List<Sample> open(int most) {
        return rows.createQuery("select one from Audit one where one.doneAt = 0 order by one.month", Audit.class)
                .getResultStream()
                .flatMap(audit -> samples(audit).stream())
                .filter(sample -> !sample.isSettled())
                .limit(most)
                .toList();
    }

    Optional<Sample> sample(String id) {
        return Optional.ofNullable(rows.find(Sample.class, id));
    }
}
