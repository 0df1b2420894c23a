package dev.kontor.store.jta;

import dev.kontor.store.unit.Unit;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What belongs to the transaction of a thread: an entity manager for each unit used, and what follows the commit. */
public final class Scope {

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private final Map<Unit, EntityManager> managers = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private Scope() {}

    static Scope open() {
        Scope scope = new Scope();
        CURRENT.set(scope);
        return scope;
    }

    public static Optional<Scope> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The unit's entity manager in this transaction. */
    public EntityManager manager(Unit unit) {
        return managers.computeIfAbsent(unit, Unit::enter);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Sends what is changed, so that the store's objections come here and not out of the commit. */
    void flush() {
        managers.values().forEach(EntityManager::flush);
    }

    /** The transaction has ended; hands out what is to be done if it was kept. */
    List<Runnable> close() {
        CURRENT.remove();
        managers.forEach(Unit::leave);
        return afterCommit;
    }
}
