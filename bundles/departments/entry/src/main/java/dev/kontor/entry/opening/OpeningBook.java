package dev.kontor.entry.opening;

import dev.kontor.api.document.Upload;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.entry.opening.Opening.Evidence;
import dev.kontor.entry.opening.Opening.Signature;
import dev.kontor.entry.opening.Opening.Stated;
import dev.kontor.entry.opening.Opening.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Openings with what is stated, proved and signed of them. Usable only inside a command or a read. */
@Component(service = OpeningBook.class)
public final class OpeningBook {

    private final EntityManager rows;

    @Activate
    public OpeningBook(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    /** The one that is open or closed; there is never more than one. */
    Optional<Opening> current() {
        return openings(" WHERE state <> 'dropped'").stream().findFirst();
    }

    Optional<Opening> find(int number) {
        return openings(" WHERE number = " + number).stream().findFirst();
    }

    private List<Opening> openings(String which) {
        List<?> found = rows.createNativeQuery(
                        "SELECT number, as_of, state, begun_by, begun_at, version, dropped_rows, ended_at FROM entry_opening" + which
                                + " ORDER BY number DESC")
                .getResultList();
        return found.stream().map(Object[].class::cast)
                .map(row -> new Opening((int) number(row[0]), LocalDate.parse((String) row[1]),
                        State.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)), new PersonId((String) row[3]),
                        Instant.ofEpochMilli(number(row[4])), number(row[5]), (int) number(row[6]), Instant.ofEpochMilli(number(row[7]))))
                .toList();
    }

    Opening begin(LocalDate asOf, Person by, Instant at) {
        int next = openings("").stream().mapToInt(Opening::number).max().orElse(0) + 1;
        run("INSERT INTO entry_opening (number, as_of, state, begun_by, begun_at, version, dropped_rows, ended_at)"
                + " VALUES (?1, ?2, 'open', ?3, ?4, 1, 0, 0)", next, asOf.toString(), by.id().value(), at.toEpochMilli());
        return find(next).orElseThrow();
    }

    /** Waits for whoever works on it, and keeps others waiting until the command ends: nothing is signed that changes meanwhile. */
    Opening lock(Opening opening) {
        run("UPDATE entry_opening SET version = version WHERE number = ?1", opening.number());
        return find(opening.number()).orElseThrow();
    }

    /** What was signed is signed no longer: it was something else. */
    void changed(Opening opening) {
        run("UPDATE entry_opening SET version = version + 1 WHERE number = ?1", opening.number());
        run("DELETE FROM entry_opening_signature WHERE opening = ?1", opening.number());
    }

    void countDropped(Opening opening) {
        run("UPDATE entry_opening SET dropped_rows = dropped_rows + 1 WHERE number = ?1", opening.number());
    }

    void end(Opening opening, State state, Instant at) {
        run("UPDATE entry_opening SET state = ?2, ended_at = ?3, version = version + 1 WHERE number = ?1",
                opening.number(), state.name().toLowerCase(Locale.ROOT), at.toEpochMilli());
    }

    /** By customer. */
    List<Stated> stated(Opening opening) {
        return stated(opening, "part > 0");
    }

    List<Stated> stated(Opening opening, Part part) {
        return stated(opening, "part = " + part.number());
    }

    /** What was stated before the part, each time that all parts are stated. */
    List<Stated> statedBefore(Opening opening, Part part) {
        return stated(opening, "part < " + part.number());
    }

    private List<Stated> stated(Opening opening, String which) {
        return list("SELECT customer, currency, orders, receivable, exposure FROM entry_opening_total WHERE opening = ?1 AND " + which
                        + " ORDER BY customer, currency", opening.number())
                .stream()
                .map(row -> new Stated((String) row[0], (String) row[1], (int) number(row[2]), (BigDecimal) row[3], (BigDecimal) row[4]))
                .toList();
    }

    /** In place of what was stated in the part; a customer that stood in a later one stands here now. */
    void state(Opening opening, Part part, List<Stated> totals, Person by) {
        run("DELETE FROM entry_opening_total WHERE opening = ?1 AND part = ?2", opening.number(), part.number());
        for (Stated each : totals) {
            run("DELETE FROM entry_opening_total WHERE opening = ?1 AND customer = ?2 AND currency = ?3",
                    opening.number(), each.customer(), each.currency());
            run("INSERT INTO entry_opening_total (opening, customer, currency, orders, receivable, exposure, part, stated_by)"
                            + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    opening.number(), each.customer(), each.currency(), each.orders(), each.receivable(), each.exposure(), part.number(),
                    by.id().value());
        }
    }

    /** Parts that are no more: the totals were stated in more of them before. Whether there were any. */
    boolean endAt(Opening opening, Part part) {
        return run("DELETE FROM entry_opening_total WHERE opening = ?1 AND part > ?2", opening.number(), part.of()) > 0;
    }

    /** Whether it is one of those who said what the books say, or brought what proves it. */
    boolean isStatedBy(Opening opening, PersonId person) {
        return Stream.of("entry_opening_total WHERE opening = ?1 AND stated_by = ?2", "entry_opening_evidence WHERE opening = ?1 AND brought_by = ?2")
                .anyMatch(rows -> !bound("SELECT opening FROM " + rows, opening.number(), person.value()).setMaxResults(1).getResultList().isEmpty());
    }

    /** The first one first. */
    List<Evidence> evidence(Opening opening) {
        return list("SELECT name, media_type, byte_count, digest, brought_by, brought_at FROM entry_opening_evidence WHERE opening = ?1"
                        + " ORDER BY brought_at, digest", opening.number())
                .stream()
                .map(row -> new Evidence(new Upload((String) row[0], (String) row[1], number(row[2]), (String) row[3]),
                        new PersonId((String) row[4]), Instant.ofEpochMilli(number(row[5]))))
                .toList();
    }

    void prove(Opening opening, Upload file, Person by, Instant at) {
        run("INSERT INTO entry_opening_evidence (opening, digest, name, media_type, byte_count, brought_by, brought_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                opening.number(), file.digest(), file.name(), file.type(), file.size(), by.id().value(), at.toEpochMilli());
    }

    /** The first one first. */
    List<Signature> signatures(Opening opening) {
        return list("SELECT role, signed_by, signed_at, digest FROM entry_opening_signature WHERE opening = ?1 ORDER BY signed_at, role",
                        opening.number())
                .stream()
                .map(row -> new Signature(new Role((String) row[0]), new PersonId((String) row[1]), Instant.ofEpochMilli(number(row[2])),
                        (String) row[3]))
                .toList();
    }

    void sign(Opening opening, Signature signature) {
        run("INSERT INTO entry_opening_signature (opening, role, signed_by, signed_at, digest) VALUES (?1, ?2, ?3, ?4, ?5)",
                opening.number(), signature.role().value(), signature.by().value(), signature.at().toEpochMilli(), signature.digest());
    }

    private List<Object[]> list(String sql, Object... values) {
        List<?> found = bound(sql, values).getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    private int run(String sql, Object... values) {
        return bound(sql, values).executeUpdate();
    }

    private Query bound(String sql, Object... values) {
        Query query = rows.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
