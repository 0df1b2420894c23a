package dev.kontor.store;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plain SQL in the transaction of the thread, on the connection that its entity managers use too. Registered for each unit
 * (property {@code osgi.unit.name}) once its tables are there; outside a transaction it refuses. Thread-safe.
 *
 * <p>A place is a {@code ?}, filled in order with texts, numbers or bytes. What a persistence context has not sent yet is
 * not seen here.
 */
@ProviderType
public interface Statements {

    /**
     * Inserts, updates or deletes; answers how many rows.
     *
     * @throws StoreFailed when the database refuses
     */
    int run(String sql, List<?> values);

    /**
     * The same statement for each of the rows, sent together.
     *
     * @throws StoreFailed when the database refuses one of them
     */
    void each(String sql, Collection<? extends List<?>> rows);

    /**
     * Holds a row until the transaction ends, so that nobody changes it or takes it away; any number may hold it together.
     *
     * @return false when there is no such row
     * @throws StoreFailed when the database refuses
     */
    boolean hold(String table, String key, Object value);

    /**
     * The rows found. Long texts are read in full.
     *
     * @throws StoreFailed when the database refuses
     */
    List<Object[]> all(String sql, List<?> values);
}
