package dev.kontor.store.jta;

import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Commands pass side by side; who has the store alone waits until they are out. A thread may be let out by another. */
final class CommandGate {

    /** A command waits this many seconds for work that has the store alone. */
    private static final int PATIENCE = 30;
    private static final int ALL = 10_000;

    private final Semaphore places = new Semaphore(ALL, true);
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

    void enter() {
        try {
            if (!places.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                throw new StoreFailed(Trouble.RETRY, "", false, new IllegalStateException("A backup has the store alone."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(Trouble.RETRY, "", false, e);
        }
        inside.add(Thread.currentThread());
    }

    /** Once, whoever says it. */
    void leave(Thread thread) {
        if (inside.remove(thread)) {
            places.release();
        }
    }

    <R> R alone(Supplier<R> work) {
        places.acquireUninterruptibly(ALL);
        try {
            return work.get();
        } finally {
            places.release(ALL);
        }
    }
}
