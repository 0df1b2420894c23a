package dev.kontor.entry.opening;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.PersonId;
import dev.kontor.entry.opening.Opening.Counted;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of an opening, with every field as it came. Usable only inside a command or a read; writing wants the opening's lock. */
@Component(service = OpeningRows.class)
public final class OpeningRows {

    private static final String COLUMNS = "id, opening, source, source_row, contract, customer, customer_name, state, currency, total,"
            + " receivable, exposure, brought_by, brought_at, order_number, left_out";

    private final EntityManager rows;

    @Activate
    public OpeningRows(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    /** What no two rows may carry: the serial number of a machine, the number of an invoice. @param path of its field */
    record Numbered(String kind, String number, String path) {
        static final String MACHINE = "machine";
        static final String INVOICE = "invoice";
    }

    Optional<Row> find(String id) {
        return select(bound("SELECT " + COLUMNS + " FROM entry_opening_row WHERE id = ?1", id)).stream().findFirst();
    }

    Optional<Row> find(Opening opening, String source, String key) {
        return select(bound("SELECT " + COLUMNS + " FROM entry_opening_row WHERE opening = ?1 AND source = ?2 AND source_row = ?3",
                        opening.number(), source, key))
                .stream()
                .findFirst();
    }

    /** Those of the same contract; orders of a framework contract may be several. */
    List<Row> ofContract(Opening opening, String key) {
        return select(bound("SELECT " + COLUMNS + " FROM entry_opening_row WHERE opening = ?1 AND contract_key = ?2 ORDER BY contract, id",
                opening.number(), key));
    }

    /**
     * By contract.
     *
     * @param after the last one of the part before; empty for the first part
     */
    List<Row> part(Opening opening, Optional<Row> after, int most) {
        String behind = after.isPresent() ? " AND (contract > ?2 OR contract = ?2 AND id > ?3)" : "";
        Query query = bound("SELECT " + COLUMNS + " FROM entry_opening_row WHERE opening = ?1" + behind + " ORDER BY contract, id",
                opening.number());
        after.ifPresent(row -> query.setParameter(2, row.contract()).setParameter(3, row.id()));
        return select(query.setMaxResults(most));
    }

    /** By customer and currency. */
    List<Counted> counted(Opening opening) {
        List<?> found = bound("SELECT customer, min(customer_name), currency, count(*), sum(receivable), sum(exposure)"
                        + " FROM entry_opening_row WHERE opening = ?1 GROUP BY customer, currency ORDER BY customer, currency",
                        opening.number())
                .getResultList();
        return found.stream().map(Object[].class::cast)
                .map(row -> new Counted((String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).intValue(),
                        (BigDecimal) row[4], (BigDecimal) row[5]))
                .toList();
    }

    /** Whether it is one of those who brought rows in, and so answer for them. */
    boolean isBroughtBy(Opening opening, PersonId person) {
        return !bound("SELECT id FROM entry_opening_row WHERE opening = ?1 AND brought_by = ?2", opening.number(), person.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void put(Row row, String contractKey, Map<String, String> fields, List<Numbered> numbers) {
        run("INSERT INTO entry_opening_row (" + COLUMNS + ", contract_key)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
                row.id(), row.opening(), row.source(), row.key(), row.contract(), row.customer(), row.customerName(), row.stage().word(),
                row.total().currency(), row.total().amount(), row.receivable().amount(), row.exposure().amount(), row.by().value(),
                row.at().toEpochMilli(), row.order(), row.leftOut(), contractKey);
        fields.forEach((field, content) ->
                run("INSERT INTO entry_opening_field (row_id, field, content) VALUES (?1, ?2, ?3)", row.id(), field, content));
        numbers.forEach(each -> run("INSERT INTO entry_opening_number (opening, kind, number, row_id) VALUES (?1, ?2, ?3, ?4)",
                row.opening(), each.kind(), each.number(), row.id()));
    }

    void drop(Row row) {
        for (String table : List.of("entry_opening_field WHERE row_id", "entry_opening_number WHERE row_id", "entry_opening_row WHERE id")) {
            run("DELETE FROM " + table + " = ?1", row.id());
        }
    }

    SortedMap<String, String> fields(Row row) {
        SortedMap<String, String> fields = new TreeMap<>();
        List<?> found = bound("SELECT field, content FROM entry_opening_field WHERE row_id = ?1", row.id()).getResultList();
        found.stream().map(Object[].class::cast).forEach(each -> fields.put((String) each[0], (String) each[1]));
        return fields;
    }

    /** The row of the opening that carries the number. */
    Optional<String> holder(Opening opening, Numbered each) {
        List<?> found = bound("SELECT row_id FROM entry_opening_number WHERE opening = ?1 AND kind = ?2 AND number = ?3",
                        opening.number(), each.kind(), each.number())
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    List<SerialNumber> machines(Opening opening) {
        List<?> found = bound("SELECT number FROM entry_opening_number WHERE opening = ?1 AND kind = ?2 ORDER BY number",
                        opening.number(), Numbered.MACHINE)
                .getResultList();
        return found.stream().map(String.class::cast).map(SerialNumber::new).toList();
    }

    void opened(Row row, String order) {
        run("UPDATE entry_opening_row SET order_number = ?2 WHERE id = ?1", row.id(), order);
    }

    void leaveOut(Row row, String why) {
        run("UPDATE entry_opening_row SET left_out = ?2 WHERE id = ?1", row.id(), why);
    }

    private static List<Row> select(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).map(OpeningRows::row).toList();
    }

    private static Row row(Object[] row) {
        String currency = (String) row[8];
        return new Row((String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                (String) row[6], Stage.of((String) row[7]).orElseThrow(), new Money((BigDecimal) row[9], currency),
                new Money((BigDecimal) row[10], currency), new Money((BigDecimal) row[11], currency), new PersonId((String) row[12]),
                Instant.ofEpochMilli(((Number) row[13]).longValue()), (String) row[14], (String) row[15]);
    }

    private void run(String sql, Object... values) {
        bound(sql, values).executeUpdate();
    }

    private Query bound(String sql, Object... values) {
        Query query = rows.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
