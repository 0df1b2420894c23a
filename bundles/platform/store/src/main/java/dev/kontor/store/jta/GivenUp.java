package dev.kontor.store.jta;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that nobody waits for any more. */
final class GivenUp {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);

    /** The databases let nobody wait longer than five seconds for a row. */
    private static final Duration LONGER_THAN_A_LOCK = Duration.ofSeconds(10);

    private final Set<Thread> threads = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(Thread thread) {
        threads.add(thread);
    }

    void refuse(Thread thread) {
        if (threads.contains(thread)) {
            throw new IllegalStateException("The thread %s was given up and does nothing here any more.".formatted(thread.getName()));
        }
    }

    /** On a thread of its own: the one that was given up may stand in the driver, and is waited for. */
    void end(Scope scope, Thread thread) {
        Thread ending = new Thread(() -> rollback(scope, thread), "kontor-give-up");
        ending.setDaemon(true);
        ending.start();
    }

    /** An interruption in the middle of a statement costs Derby's connection, so it comes when nothing else helps. */
    private static void rollback(Scope scope, Thread thread) {
        try {
            if (!scope.comesOff(LONGER_THAN_A_LOCK)) {
                thread.interrupt();
            }
            scope.rollBack();
        } catch (Exception e) { // a wall: the manager's checked exceptions and the driver's
            LOG.warn("The work of a thread that was given up could not be rolled back; its connection is lost.", e);
        }
        thread.interrupt();
        scope.close();
    }
}
