package dev.kontor.kernel.rows;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that works when its bell rings, and now and then. What fails is logged and tried again. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long STOP_MS = 5000;

    private final Bell bell;
    private final long everyMs;
    private final Runnable work;
    private final Thread thread;
    private volatile boolean open = true;

    public Worker(String name, Bell bell, long everyMs, Runnable work) {
        this.bell = bell;
        this.everyMs = everyMs;
        this.work = work;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (open) {
            try {
                bell.await(everyMs);
                if (open) {
                    work.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | OutOfMemoryError e) { // somebody else may fill the heap just now
                LOG.warn("{} failed and tries again.", thread.getName(), e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(everyMs);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    /** Waits for what is under way, for a while. */
    @Override
    public void close() {
        open = false;
        bell.ring();
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
