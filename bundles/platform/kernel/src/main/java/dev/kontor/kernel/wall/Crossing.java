package dev.kontor.kernel.wall;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Work on a thread of a bulkhead, and who waits for it. Either it is done or it is left, never both. */
final class Crossing<R> implements Runnable {

    private enum State {
        RUNNING,
        DONE,
        LEFT
    }

    private final Passage passage;
    private final Supplier<R> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile Thread thread = Thread.currentThread();
    private Optional<Runnable> hanging = Optional.empty();
    private boolean back;
    private Supplier<R> outcome = () -> {
        throw new IllegalStateException("It has not ended.");
    };

    Crossing(Passage passage, Supplier<R> work) {
        this.passage = passage;
        this.work = work;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        passage.begin();
        try {
            R result = work.get();
            outcome = () -> result;
        } catch (RuntimeException failed) { // the wall: it goes on on the thread that waits
            outcome = () -> {
                throw failed;
            };
        } catch (Throwable failed) {
            outcome = () -> {
                throw new IllegalStateException(failed.toString(), failed);
            };
        } finally {
            Passage.end();
            state.compareAndSet(State.RUNNING, State.DONE);
            ended.countDown();
        }
    }

    Passage passage() {
        return passage;
    }

    /** The one that runs it, once it runs. */
    Thread thread() {
        return thread;
    }

    /** The caller's turn to go on without it; false when it is done. */
    boolean leave() {
        return state.compareAndSet(State.RUNNING, State.LEFT);
    }

    boolean isLeft() {
        return state.get() == State.LEFT;
    }

    /**
     * Counted as hung from now on, until the thread comes back after all.
     *
     * @param told when it does
     */
    synchronized void hangs(Bulkhead blamed, Runnable told) {
        Runnable ends = () -> {
            told.run();
            blamed.hung(-1);
        };
        blamed.hung(1);
        hanging = Optional.of(ends);
        if (back) {
            ends.run();
        }
    }

    /** The thread has come back. */
    synchronized void back() {
        back = true;
        hanging.ifPresent(Runnable::run);
    }

    /** An interruption of who waits is kept for later: what runs is waited for all the same. */
    boolean ended(long milliseconds) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return ended.await(milliseconds, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @throws RuntimeException as the work threw it */
    R outcome() {
        return outcome.get();
    }
}
