package dev.kontor.kernel.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time as a test turns it. */
public final class Dial implements Ticks {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final AtomicLong passing = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    /** At once: for who waits meanwhile the machine ran nobody. */
    public void forward(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** By and by, a little with each look of who waits. */
    public void pass(Duration by) {
        passing.addAndGet(by.toNanos());
    }

    /** How often who waits has looked. */
    public int looks() {
        return looks.get();
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(1_800_000_000).plusNanos(nanos.get());
    }

    @Override
    public long look(Duration limit) {
        long step = limit.toNanos() / 20;
        nanos.addAndGet(Math.min(step, passing.getAndUpdate(left -> Math.max(0, left - step))));
        looks.incrementAndGet();
        return 5;
    }
}
