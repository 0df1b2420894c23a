package dev.kontor.kernel.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time as a test turns it. */
public final class Dial implements Ticks {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    public void forward(Duration by) {
        nanos.addAndGet(by.toNanos());
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
        return 5;
    }
}
