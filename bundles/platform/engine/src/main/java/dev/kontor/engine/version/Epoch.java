package dev.kontor.engine.version;

import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.LongConsumer;

/**
 * Keeps a node at what the store says about rules, whichever node changed it. Every question reads the epoch in its own
 * transaction: when it is not the one that this node has seen, the node catches up before it answers. A command whose
 * epoch is over before it commits is rolled back and repeated, however long its process stood still meanwhile; so nothing
 * has to wait for a node, and no node has to be known.
 */
public final class Epoch {

    private final EntityManager entities;
    private final Transactions transactions;
    private volatile LongConsumer load = epoch -> {};
    private volatile long followed = -1;

    Epoch(EntityManager entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * @param how brings what is in memory to what the store says, in the transaction of the thread, from the epoch that it is
     *     given; named before anybody asks
     */
    void catchUp(LongConsumer how) {
        load = how;
    }

    /** In the transaction of the thread, or in one of its own. */
    void join() {
        transactions.read(this::current);
    }

    /** This command changes something: of two that began with the same epoch, one is kept and the other one repeated. */
    void change() {
        Seen seen = current();
        if (!seen.changed) {
            int rows = entities.createNativeQuery("UPDATE engine_epoch SET epoch = epoch + 1 WHERE id = 1 AND epoch = ?1")
                    .setParameter(1, seen.epoch)
                    .executeUpdate();
            if (rows != 1) {
                throw over();
            }
            seen.changed = true;
            // what others asked for meanwhile may be newer than what this command made, so it is read from the store, too
            transactions.afterCommit(this::join);
        }
    }

    /** What a transaction began with. */
    private static final class Seen {

        private final long epoch;
        private boolean changed;

        Seen(long epoch) {
            this.epoch = epoch;
        }
    }

    private Seen current() {
        return transactions.during(this, this::begin, this::end);
    }

    private Seen begin() {
        long now = now();
        if (now > followed) {
            follow(now);
        }
        return new Seen(now);
    }

    private void end(Seen seen) {
        if (!seen.changed && now() != seen.epoch) {
            throw over();
        }
    }

    private static StoreFailed over() {
        return new StoreFailed(Trouble.RETRY, "", false, new IllegalStateException("Rules were changed meanwhile."));
    }

    private synchronized void follow(long now) {
        if (now > followed) {
            load.accept(followed);
            followed = now;
        }
    }

    private long now() {
        return ((Number) entities.createNativeQuery("SELECT epoch FROM engine_epoch WHERE id = 1").getSingleResult()).longValue();
    }
}
