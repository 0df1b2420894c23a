package dev.kontor.store;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One JTA transaction over every persistence unit. The kernel's desk is the only caller: departments never open one.
 *
 * <p>Work that runs here may use the {@code jakarta.persistence.EntityManager} service of any unit (property
 * {@code osgi.unit.name}); outside, those throw. Thread-safe.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs work in a new transaction and commits.
     *
     * @throws StoreFailed when the store failed, before or at the commit; everything is rolled back then, unless
     *     {@link StoreFailed#uncertain}
     * @throws IllegalStateException when the thread is in a transaction already
     * @throws RuntimeException as the work threw it, after the rollback
     */
    <R> R command(Supplier<R> work);

    /**
     * Runs a read; joins the thread's transaction, or runs in one of its own that is rolled back.
     *
     * @throws dev.kontor.api.desk.Refused with the reason UNAVAILABLE when it runs in its own and the database is away
     */
    <R> R read(Supplier<R> reading);

    /** Called on the same thread once the running command has committed; dropped if it is rolled back. */
    void afterCommit(Runnable action);

    /**
     * What the owner holds for as long as the transaction of the thread runs; made when it is first asked for.
     *
     * @param before is handed it before a command commits, and rolls the command back by throwing; a read leaves that out
     * @throws IllegalStateException outside a transaction
     */
    <T> T during(Object owner, Supplier<T> begin, Consumer<T> before);

    boolean active();

    /** Whether the transaction of the thread is as the desk began it: nobody ended it, set it aside or began another. */
    boolean intact();

    /**
     * Rolls back what another thread does here, as soon as the statement that it is at has ended; the caller does not wait for
     * that. The thread gets nothing done here any more, and is interrupted.
     *
     * @return false when it is just being committed or rolled back: that is to be waited for
     */
    boolean giveUp(Thread thread);
}
