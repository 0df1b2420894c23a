package dev.kontor.kernel.rows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs SQL in the transaction of the thread. A place is a {@code ?}, filled in order.
 *
 * <p>Booleans go in as 0 and 1, instants as milliseconds, everything that is not a number as its text.
 */
@Component(service = Rows.class)
public final class Rows {

    private final EntityManager entities;

    @Activate
    public Rows(@Reference(target = "(osgi.unit.name=kernel)") EntityManager entities) {
        this.entities = entities;
    }

    /** Inserts, updates or deletes; answers how many rows. */
    public int run(String sql, Object... values) {
        return query(sql, values).executeUpdate();
    }

    public List<Row> all(String sql, Object... values) {
        List<?> found = query(sql, values).getResultList();
        return found.stream().map(Rows::row).toList();
    }

    /** The first row. */
    public Optional<Row> one(String sql, Object... values) {
        return all(sql, values).stream().findFirst();
    }

    /**
     * Waits until nobody else has the name, and has it until the command ends. Nobody reads these rows, so who only reads
     * what is behind a name never waits for it, on a database that locks what it reads either.
     */
    public void take(String name) {
        if (run("update kernel_subject set uses = uses + 1 where name = ?", name) == 0) {
            run("insert into kernel_subject (name, uses) values (?, 1)", name);
        }
    }

    /** As many places as there are values, for {@code in (…)}. */
    public static String places(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, plain(values[i]));
        }
        return query;
    }

    private static Row row(Object found) {
        return new Row(found instanceof Object[] columns ? columns : new Object[] {found});
    }

    private static Object plain(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof Number ? value : value.toString();
    }
}
