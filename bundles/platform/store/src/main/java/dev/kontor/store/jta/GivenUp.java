package dev.kontor.store.jta;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.transaction.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that nobody waits for any more. */
final class GivenUp {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);

    private final Set<Thread> threads = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(Thread thread) {
        threads.add(thread);
    }

    void refuse(Thread thread) {
        if (threads.contains(thread)) {
            throw new IllegalStateException("The thread %s was given up and does nothing here any more.".formatted(thread.getName()));
        }
    }

    /** On a thread of its own: the one that was given up may stand in the driver, which lets nobody else in meanwhile. */
    void end(Scope scope) {
        Thread ending = new Thread(() -> rollback(scope), "kontor-give-up");
        ending.setDaemon(true);
        ending.start();
    }

    private static void rollback(Scope scope) {
        try {
            scope.transaction().rollback();
        } catch (SystemException | RuntimeException e) {
            LOG.warn("The work of a thread that was given up could not be rolled back; its connection is lost.", e);
        }
        scope.close();
    }
}
