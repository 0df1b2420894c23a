package dev.kontor.store.jta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What belongs to the transaction of a thread: the part of each who works in it, and what follows the commit. */
public final class Scope {

    /** What somebody holds for as long as the transaction runs. */
    public interface Part {

        /** Sends what is changed, so that the store's objections come here and not out of the commit. */
        void flush();

        /** The transaction has ended. */
        void end();
    }

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private final Map<Object, Part> parts = new LinkedHashMap<>();
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

    /** The owner's part in this transaction, which begins when it is first asked for. */
    public <P extends Part> P part(Object owner, Class<P> kind, Supplier<P> begin) {
        if (!parts.containsKey(owner)) {
            P part = begin.get(); // may begin parts of others
            parts.put(owner, part);
        }
        return kind.cast(parts.get(owner));
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void flush() {
        List.copyOf(parts.values()).forEach(Part::flush);
    }

    /** The transaction has ended; hands out what is to be done if it was kept. */
    List<Runnable> close() {
        CURRENT.remove();
        parts.values().forEach(Part::end);
        return afterCommit;
    }
}
