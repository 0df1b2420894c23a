package dev.kontor.kernel.wall;

import java.time.Duration;
import java.time.Instant;

/** The machine's time, by which limits count: a demo company's business time may stand still or leap. */
interface Ticks {

    Ticks OF_THE_MACHINE = new Ticks() {};

    /** Of a clock that only goes on. */
    default long nanos() {
        return System.nanoTime();
    }

    /** For people and for the window of strikes. */
    default Instant now() {
        return Instant.now();
    }

    /** After how many milliseconds who waits looks again whether the limit has passed. */
    default long look(Duration limit) {
        return Math.max(1, Math.min(250, limit.toMillis() / 20));
    }
}
