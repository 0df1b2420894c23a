package dev.kontor.kernel.rows;

import dev.kontor.store.Statements;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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

    private final Statements statements;

    @Activate
    public Rows(@Reference(target = "(osgi.unit.name=kernel)") Statements statements) {
        this.statements = statements;
    }

    /** Inserts, updates or deletes; answers how many rows. */
    public int run(String sql, Object... values) {
        return statements.run(sql, plain(values));
    }

    /** The same for each of the rows, sent together. */
    public void each(String sql, Collection<Object[]> rows) {
        statements.each(sql, rows.stream().map(Rows::plain).toList());
    }

    public List<Row> all(String sql, Object... values) {
        return statements.all(sql, plain(values)).stream().map(Row::new).toList();
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

    /** Nobody changes the row or takes it away until the command ends; who only holds it too does not wait. False when there is none. */
    public boolean hold(String table, String key, Object value) {
        return statements.hold(table, key, plain(value));
    }

    /** As many places as there are values, for {@code in (…)}. */
    public static String places(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private static List<Object> plain(Object... values) {
        return Arrays.stream(values).map(Rows::plain).toList();
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
