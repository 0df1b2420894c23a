package dev.kontor.entry.draft;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of drafts and of who confirmed them. Used inside commands and reads only. */
@Component(service = Drafts.class)
public final class Drafts {

    /** Who confirmed at which revision that the entry is what the contract says. */
    public record Confirmation(int revision, PersonId by, Instant at) {}

    private static final String FIELD = "order_number, field, content, written_by, written_at";

    private final EntityManager rows;

    @Activate
    public Drafts(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    /** @param source where an imported order comes from, empty otherwise; {@code row} likewise */
    public Draft begin(OrderNumber order, boolean judged, String source, String row) {
        rows.createNativeQuery("INSERT INTO entry_draft (order_number, version, judged, source, source_row) VALUES (?1, 0, ?2, ?3, ?4)")
                .setParameter(1, order.value())
                .setParameter(2, judged ? 1 : 0)
                .setParameter(3, source)
                .setParameter(4, row)
                .executeUpdate();
        return new Draft(order, 0, judged, new TreeMap<>());
    }

    public Optional<Draft> find(OrderNumber order) {
        List<?> found = rows.createNativeQuery("SELECT version, judged FROM entry_draft WHERE order_number = ?1")
                .setParameter(1, order.value())
                .getResultList();
        return found.stream().map(Object[].class::cast).findFirst()
                .map(row -> new Draft(order, number(row[0]), number(row[1]) == 1, fields(order, "entry_field")));
    }

    /** The version; -1 if there is no draft. */
    public long version(OrderNumber order) {
        return find(order).map(Draft::version).orElse(-1L);
    }

    /** Writes what is different in {@code after}. */
    public void replace(Draft before, Draft after) {
        for (String path : before.fields().keySet()) {
            if (!before.fields().get(path).equals(after.fields().get(path))) {
                rows.createNativeQuery("DELETE FROM entry_field WHERE order_number = ?1 AND field = ?2")
                        .setParameter(1, before.order().value())
                        .setParameter(2, path)
                        .executeUpdate();
            }
        }
        for (Map.Entry<String, Written> field : after.fields().entrySet()) {
            if (!field.getValue().equals(before.fields().get(field.getKey()))) {
                insert(before.order(), field.getKey(), field.getValue());
            }
        }
        rows.createNativeQuery("UPDATE entry_draft SET version = version + 1 WHERE order_number = ?1")
                .setParameter(1, before.order().value())
                .executeUpdate();
    }

    /** Keeps the draft as it is, for {@link #kept}. */
    public void keep(OrderNumber order) {
        forget(order);
        rows.createNativeQuery("INSERT INTO entry_kept_field (" + FIELD + ") SELECT " + FIELD + " FROM entry_field WHERE order_number = ?1")
                .setParameter(1, order.value())
                .executeUpdate();
    }

    /** The draft as it was kept, each field with its writer; empty if it was not, or is forgotten. */
    public Optional<Draft> kept(OrderNumber order) {
        SortedMap<String, Written> fields = fields(order, "entry_kept_field");
        return fields.isEmpty()
                ? Optional.empty()
                : find(order).map(now -> new Draft(order, now.version(), now.judged(), fields));
    }

    public void forget(OrderNumber order) {
        rows.createNativeQuery("DELETE FROM entry_kept_field WHERE order_number = ?1").setParameter(1, order.value()).executeUpdate();
    }

    public void confirm(OrderNumber order, Confirmation confirmation) {
        rows.createNativeQuery(
                        "INSERT INTO entry_confirmation (order_number, revision, confirmed_by, confirmed_at) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, order.value())
                .setParameter(2, confirmation.revision())
                .setParameter(3, confirmation.by().value())
                .setParameter(4, confirmation.at().toEpochMilli())
                .executeUpdate();
    }

    /** Whether the order was submitted before; a draft that was only offered for the contract review was not. */
    public boolean isSubmitted(OrderNumber order) {
        return !confirmations(order).isEmpty();
    }

    /** Newest first. */
    public List<Confirmation> confirmations(OrderNumber order) {
        List<?> found = rows.createNativeQuery("SELECT revision, confirmed_by, confirmed_at FROM entry_confirmation"
                        + " WHERE order_number = ?1 ORDER BY revision DESC")
                .setParameter(1, order.value())
                .getResultList();
        return found.stream().map(Object[].class::cast)
                .map(row -> new Confirmation(
                        (int) number(row[0]), new PersonId((String) row[1]), Instant.ofEpochMilli(number(row[2]))))
                .toList();
    }

    private SortedMap<String, Written> fields(OrderNumber order, String table) {
        List<?> found = rows.createNativeQuery(
                        "SELECT field, content, written_by, written_at FROM " + table + " WHERE order_number = ?1")
                .setParameter(1, order.value())
                .getResultList();
        SortedMap<String, Written> fields = new TreeMap<>();
        for (Object one : found) {
            Object[] row = (Object[]) one;
            fields.put((String) row[0],
                    new Written((String) row[1], new PersonId((String) row[2]), Instant.ofEpochMilli(number(row[3]))));
        }
        return fields;
    }

    private void insert(OrderNumber order, String path, Written written) {
        rows.createNativeQuery("INSERT INTO entry_field (" + FIELD + ")"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, order.value())
                .setParameter(2, path)
                .setParameter(3, written.value())
                .setParameter(4, written.by().value())
                .setParameter(5, written.at().toEpochMilli())
                .executeUpdate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
