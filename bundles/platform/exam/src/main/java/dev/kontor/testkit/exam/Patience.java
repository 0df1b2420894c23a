package dev.kontor.testkit.exam;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what the platform does by itself, by asking again. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** @throws AssertionError when it never comes; says what was waited for */
    static <T> T until(String what, Supplier<Optional<T>> asked) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = asked.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("Waited in vain until %s.".formatted(what));
    }
}
