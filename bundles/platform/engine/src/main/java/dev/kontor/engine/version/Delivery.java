package dev.kontor.engine.version;

import dev.kontor.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.Map;

/**
 * What a company was delivered with: the sets that stood in the folder when no version was ever kept, digest by digest. They begin to
 * decide without a second person, also after a first start that was interrupted; what was kept once is never taken in again. The rows
 * permit, and only these very files: whoever deletes them, or changes a file before it is taken in, gets a proposal like anybody who
 * drops one.
 */
final class Delivery {

    private final EntityManager entities;
    private final Transactions transactions;

    Delivery(EntityManager entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Before the first version is kept, and never again. @param digests by set */
    void begin(Map<String, String> digests) {
        transactions.command(() -> {
            if (isEmpty("engine_version") && isEmpty("engine_delivery")) {
                digests.forEach((set, digest) -> entities.createNativeQuery("INSERT INTO engine_delivery (set_name, digest) VALUES (?1, ?2)")
                        .setParameter(1, set)
                        .setParameter(2, digest)
                        .executeUpdate());
            }
            return digests;
        });
    }

    /** Inside a command. */
    boolean covers(String set, String digest) {
        return !entities.createNativeQuery("SELECT set_name FROM engine_delivery WHERE set_name = ?1 AND digest = ?2")
                .setParameter(1, set)
                .setParameter(2, digest)
                .getResultList()
                .isEmpty();
    }

    private boolean isEmpty(String table) {
        return entities.createNativeQuery("SELECT set_name FROM " + table).setMaxResults(1).getResultList().isEmpty();
    }
}
