package dev.kontor.store.jta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.transaction.Status;
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

    /** Something that is done on the connection. */
    @FunctionalInterface
    interface Driving<R> {
        R drive() throws Exception;
    }

    private enum State {
        OPEN,
        ENDING,
        TAKEN_AWAY
    }

    private static final Set<Integer> NOT_ENDED = Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK);
    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private final Transaction transaction;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Whoever has it is alone on the connection. */
    private final ReentrantLock connection = new ReentrantLock();
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
            throw takenAway();
        }
        return Optional.ofNullable(scope);
    }

    /** Does something on the connection: before the transaction is taken away, or not at all. */
    <R> R drive(Driving<R> driving) throws Exception {
        return alone(() -> {
            if (state.get() == State.TAKEN_AWAY) {
                throw takenAway();
            }
            return driving.drive();
        });
    }

    /** Does something on the connection when the thread is off it, whatever became of the transaction. */
    <R> R alone(Driving<R> driving) throws Exception {
        connection.lock();
        try {
            return driving.drive();
        } finally {
            connection.unlock();
        }
    }

    /** Ends a transaction that was taken away, when the thread is off its connection and unless it has ended. */
    void rollBack() throws Exception {
        alone(() -> {
            if (NOT_ENDED.contains(transaction.getStatus())) {
                transaction.rollback();
            }
            return true;
        });
    }

    /** Waits until the thread is off the connection; false when it stayed there. */
    boolean comesOff(Duration patience) throws InterruptedException {
        boolean off = connection.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (off) {
            connection.unlock();
        }
        return off;
    }

    private static IllegalStateException takenAway() {
        return new IllegalStateException("The transaction of this thread has been ended already, and not by the desk.");
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
