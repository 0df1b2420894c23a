package dev.kontor.testkit.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;

/**
 * What a callback costs, whatever else the machine does meanwhile: processor time of its thread, and how often it waited for
 * something, a lock, a sleep or an answer from elsewhere.
 *
 * @param tries of which it is the least
 */
record Effort(long nanos, long waits, int tries) {

    /** What departments do takes some milliseconds. */
    private static final long MOST_NANOS = 1_000_000_000L;
    /** What is by chance, such as waiting for a class that another thread loads, is not so each time. */
    private static final int TRIES = 3;

    static Effort of(Runnable call) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long waited = threads.getThreadInfo(self).getWaitedCount();
        long before = threads.getCurrentThreadCpuTime();
        call.run();
        long used = threads.getCurrentThreadCpuTime() - before;
        return new Effort(used, threads.getThreadInfo(self).getWaitedCount() - waited, 1);
    }

    static Effort least(Effort one, Effort other) {
        return new Effort(Math.min(one.nanos, other.nanos), Math.min(one.waits, other.waits), one.tries + other.tries);
    }

    boolean mayBeChance() {
        return (nanos > MOST_NANOS || waits > 0) && tries < TRIES;
    }

    Optional<String> problem(String callback) {
        if (nanos > MOST_NANOS) {
            return Optional.of("The callback %s took %d ms of processor time; others wait meanwhile.".formatted(callback, nanos / 1_000_000));
        }
        return waits > 0
                ? Optional.of("The callback %s waits for something each time, a lock, a sleep or an answer; others wait meanwhile.".formatted(callback))
                : Optional.empty();
    }
}
