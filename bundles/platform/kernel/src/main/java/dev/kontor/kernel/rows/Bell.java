package dev.kontor.kernel.rows;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a worker; rings that come while it works wake it once more. */
public final class Bell {

    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Returns when it rang, or after the time at the latest. */
    public void await(long milliseconds) throws InterruptedException {
        if (rings.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
