package dev.kontor.kernel.rows;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that only grow, also over a restart: what is written later sorts later. Taken under the order's lock they keep
 * the order of its commands. Two nodes hardly ever make the same; where none may stand twice, the store's unique index has
 * the second command repeated.
 */
public final class Stamps {

    /** Room for 2,048 at least in one millisecond; beyond that they run ahead of the time for a moment. */
    private static final int PER_MILLISECOND = 12;
    /** Where in its millisecond a first one stands. */
    private static final int BEGINNINGS = 1 << PER_MILLISECOND - 1;

    private final AtomicLong last = new AtomicLong();

    /** When a stamp was made, on the machine's own clock. */
    public static Instant made(long stamp) {
        return Instant.ofEpochMilli(stamp >> PER_MILLISECOND);
    }

    /** The smallest that is made from this instant on. */
    public static long from(Instant instant) {
        return instant.toEpochMilli() << PER_MILLISECOND;
    }

    /** Larger than all that were made until now. */
    public static long afterNow() {
        return afterNow(0);
    }

    /** Larger than all that were made until so many milliseconds ago. */
    public static long afterNow(long ago) {
        return (System.currentTimeMillis() - ago + 1) << PER_MILLISECOND;
    }

    public long next() {
        long now = (System.currentTimeMillis() << PER_MILLISECOND) + ThreadLocalRandom.current().nextInt(BEGINNINGS);
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
