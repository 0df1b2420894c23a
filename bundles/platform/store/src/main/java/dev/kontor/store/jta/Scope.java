package dev.kontor.store.jta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;

/**
 * What belongs to the transaction of a thread: the part of each who works in it, and what follows the commit. It is ended
 * once: by the desk on its thread, from another thread that gives this one up, or by somebody who had no business to.
 */
public final class Scope implements Synchronization {

    /** What somebody holds for as long as the transaction runs. */
    public interface Part {

        /** Sends what is changed, so that the store's objections come here and not out of the commit. */
        void flush();

        /** The transaction has ended. */
        void end();
    }

    private enum State {
        OPEN,
        ENDING,
        TAKEN_AWAY
    }

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private final Transaction transaction;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<Object, Part> parts = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private Scope(Transaction transaction) {
        this.transaction = transaction;
    }

    static Scope open(Transaction transaction) {
        Scope scope = new Scope(transaction);
        CURRENT.set(scope);
        return scope;
    }

    /** @throws IllegalStateException when the transaction was taken away from its thread: nothing may be done on its connection */
    public static Optional<Scope> current() {
        Scope scope = CURRENT.get();
        if (scope != null && scope.state.get() == State.TAKEN_AWAY) {
            throw new IllegalStateException("The transaction of this thread has been ended already, and not by the desk.");
        }
        return Optional.ofNullable(scope);
    }

    /** Also one that was taken away. */
    static Optional<Scope> ofThread() {
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

    Transaction transaction() {
        return transaction;
    }

    boolean isOpen() {
        return state.get() == State.OPEN;
    }

    /** The desk's turn to commit or roll back; false when it was taken away before. */
    boolean end() {
        return state.compareAndSet(State.OPEN, State.ENDING);
    }

    /** False when that is not for the caller any more: the desk ends it, or it was taken away before. */
    boolean takeAway() {
        return state.compareAndSet(State.OPEN, State.TAKEN_AWAY);
    }

    boolean isEnding() {
        return state.get() == State.ENDING;
    }

    /** The transaction has ended; hands out what is to be done if it was kept. Once, whoever says it first. */
    List<Runnable> close() {
        if (closed.compareAndSet(false, true)) {
            List.copyOf(parts.values()).forEach(Part::end);
        }
        return afterCommit;
    }

    static void leave() {
        CURRENT.remove();
    }

    /** Somebody commits in the desk's stead: by throwing it is made a rollback. */
    @Override
    public void beforeCompletion() {
        if (state.get() != State.ENDING) {
            throw new IllegalStateException("Only the desk commits.");
        }
    }

    @Override
    public void afterCompletion(int status) {
        takeAway();
    }
}
