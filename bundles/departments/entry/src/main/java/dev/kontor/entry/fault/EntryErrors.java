package dev.kontor.entry.fault;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of entry errors. Nothing here is ever changed. */
@Component(service = EntryErrors.class)
public final class EntryErrors {

    private static final String COLUMNS = "id, order_number, revision, field, wrong_value, right_value, entered_by, entered_at,"
            + " confirmed_by, found_by, stage, consequence, recorded_by, recorded_at, reviewed_by, writer_share, confirmer_share,"
            + " reviewer_share";

    private final EntityManager rows;

    @Activate
    public EntryErrors(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    public void add(EntryError error) {
        rows.createNativeQuery("INSERT INTO entry_error (" + COLUMNS
                        + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)")
                .setParameter(1, error.id())
                .setParameter(2, error.order().value())
                .setParameter(3, error.revision())
                .setParameter(4, error.field())
                .setParameter(5, error.wrong())
                .setParameter(6, error.right())
                .setParameter(7, error.enteredBy().value())
                .setParameter(8, error.enteredAt().toEpochMilli())
                .setParameter(9, error.confirmedBy())
                .setParameter(10, error.foundBy())
                .setParameter(11, error.stage())
                .setParameter(12, error.consequence())
                .setParameter(13, error.recordedBy().value())
                .setParameter(14, error.recordedAt().toEpochMilli())
                .setParameter(15, error.reviewedBy())
                .setParameter(16, error.shares().writer())
                .setParameter(17, error.shares().confirmer())
                .setParameter(18, error.shares().reviewer())
                .executeUpdate();
    }

    /** Newest first. */
    public List<EntryError> of(OrderNumber order) {
        List<?> found = rows.createNativeQuery(
                        "SELECT " + COLUMNS + " FROM entry_error WHERE order_number = ?1 ORDER BY recorded_at DESC, id")
                .setParameter(1, order.value())
                .getResultList();
        return found.stream().map(EntryErrors::error).toList();
    }

    /** Newest first. */
    public List<EntryError> latest(int limit) {
        List<?> found = rows.createNativeQuery("SELECT " + COLUMNS + " FROM entry_error ORDER BY recorded_at DESC, id")
                .setMaxResults(limit)
                .getResultList();
        return found.stream().map(EntryErrors::error).toList();
    }

    /** Paths of the fields found wrong in this revision. */
    public Set<String> corrected(OrderNumber order, int revision) {
        return of(order).stream().filter(error -> error.revision() == revision).map(EntryError::field).collect(Collectors.toSet());
    }

    private static EntryError error(Object one) {
        Object[] row = (Object[]) one;
        return new EntryError((String) row[0], new OrderNumber((String) row[1]), ((Number) row[2]).intValue(), (String) row[3],
                (String) row[4], (String) row[5], new PersonId((String) row[6]), at(row[7]), (String) row[8], (String) row[14],
                new Shares(share(row[15]), share(row[16]), share(row[17])), (String) row[9], (String) row[10], (String) row[11],
                new PersonId((String) row[12]), at(row[13]));
    }

    private static BigDecimal share(Object value) {
        return new BigDecimal(value.toString());
    }

    private static Instant at(Object value) {
        return Instant.ofEpochMilli(((Number) value).longValue());
    }
}
