package dev.kontor.entry.need;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of needs. */
@Component(service = Needs.class)
public final class Needs {

    private static final String COLUMNS = "id, customer, customer_name, channel, model, quantity, parameters, delivery_date,"
            + " delivery_place, other, representative, order_number, recorded_at, version";

    private final EntityManager rows;

    @Activate
    public Needs(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    public Optional<Need> find(String id) {
        if (id.isBlank()) {
            return Optional.empty();
        }
        List<?> found = rows.createNativeQuery("SELECT " + COLUMNS + " FROM entry_need WHERE id = ?1")
                .setParameter(1, id)
                .getResultList();
        return found.stream().map(Needs::need).findFirst();
    }

    /** The one that led to the order. */
    public Optional<Need> of(OrderNumber order) {
        List<?> found = rows.createNativeQuery("SELECT " + COLUMNS + " FROM entry_need WHERE order_number = ?1")
                .setParameter(1, order.value())
                .getResultList();
        return found.stream().map(Needs::need).findFirst();
    }

    /** Newest first. */
    public List<Need> search(String words, int limit) {
        List<?> found = rows.createNativeQuery("SELECT " + COLUMNS + " FROM entry_need ORDER BY recorded_at DESC, id")
                .setMaxResults(1000)
                .getResultList();
        String wanted = words.toLowerCase(Locale.ROOT);
        return found.stream().map(Needs::need)
                .filter(need -> (need.customer() + " " + need.customerName() + " " + need.model()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    public void add(Need need) {
        Query query = rows.createNativeQuery("INSERT INTO entry_need (" + COLUMNS
                + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
        bind(query, need).executeUpdate();
    }

    public void change(Need need) {
        Query query = rows.createNativeQuery("UPDATE entry_need SET customer = ?2, customer_name = ?3, channel = ?4, model = ?5,"
                + " quantity = ?6, parameters = ?7, delivery_date = ?8, delivery_place = ?9, other = ?10, representative = ?11,"
                + " order_number = ?12, recorded_at = ?13, version = ?14 + 1 WHERE id = ?1");
        bind(query, need).executeUpdate();
    }

    public void link(Need need, OrderNumber order) {
        rows.createNativeQuery("UPDATE entry_need SET order_number = ?1, version = version + 1 WHERE id = ?2")
                .setParameter(1, order.value())
                .setParameter(2, need.id())
                .executeUpdate();
    }

    private static Query bind(Query query, Need need) {
        return query.setParameter(1, need.id())
                .setParameter(2, need.customer())
                .setParameter(3, need.customerName())
                .setParameter(4, need.channel())
                .setParameter(5, need.model())
                .setParameter(6, need.quantity())
                .setParameter(7, need.parameters())
                .setParameter(8, need.deliveryDate())
                .setParameter(9, need.deliveryPlace())
                .setParameter(10, need.other())
                .setParameter(11, need.representative().value())
                .setParameter(12, need.order())
                .setParameter(13, need.recordedAt().toEpochMilli())
                .setParameter(14, need.version());
    }

    private static Need need(Object one) {
        Object[] row = (Object[]) one;
        return new Need((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                (String) row[6], (String) row[7], (String) row[8], (String) row[9], new PersonId((String) row[10]),
                (String) row[11], Instant.ofEpochMilli(((Number) row[12]).longValue()), ((Number) row[13]).longValue());
    }
}
