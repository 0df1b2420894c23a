package dev.kontor.engine.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;

/**
 * What one evaluation may use up on its thread. Generated rule code calls {@link #tick} at every method entry, so every
 * comparison of a fact counts; it is the only class of the engine that rule code is linked to beside Drools' own.
 */
public final class Budget {

    /** Thrown through everything a rule could catch. */
    public static final class Exceeded extends Error {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_DIGITS = 1_000;
    /** Asking for processor time costs more than a usual evaluation's rules: it is asked when this much wall time is gone. */
    private static final long UNWATCHED_NANOS = 2_000_000;
    private static final long NOT_ASKED = Long.MIN_VALUE;

    private final long nanos;
    private final long beganAt = System.nanoTime();
    private final long lastByte;
    private long lastNano = NOT_ASKED;
    private int ticks;

    private Budget(long nanos, long bytes) {
        this.nanos = nanos;
        this.lastByte = THREADS.getCurrentThreadAllocatedBytes() + bytes;
    }

    /** Processor time, not wall time: a busy machine refuses no decision. */
    public static void start(long millis, long bytes) {
        CURRENT.set(new Budget(millis * 1_000_000, bytes));
    }

    public static void stop() {
        CURRENT.remove();
    }

    public static void tick() {
        Budget budget = CURRENT.get();
        if (budget != null && (++budget.ticks & 0xff) == 0) {
            budget.check();
        }
    }

    /** A text made by rule code, refused when it is too long. */
    public static String text(String made) {
        if (made != null && made.length() > LONGEST_TEXT) {
            throw new Exceeded("A rule made a text of %d characters.".formatted(made.length()));
        }
        tick();
        return made;
    }

    /** A number made by rule code, refused when it has more digits than any calculation with it would end in time. */
    public static BigDecimal number(BigDecimal made) {
        if (made != null && (Math.abs((long) made.scale()) > MOST_DIGITS || made.precision() > MOST_DIGITS)) {
            throw new Exceeded("A rule made a number of %d digits.".formatted(Math.max(made.precision(), Math.abs((long) made.scale()))));
        }
        return made;
    }

    private void check() {
        if (THREADS.getCurrentThreadAllocatedBytes() > lastByte) {
            throw new Exceeded("The memory budget of the decision is used up.");
        }
        if (System.nanoTime() - beganAt < UNWATCHED_NANOS) {
            return;
        }
        long now = THREADS.getCurrentThreadCpuTime();
        if (lastNano == NOT_ASKED) {
            lastNano = now + nanos;
        } else if (now > lastNano) {
            throw new Exceeded("The time budget of the decision is used up.");
        }
    }
}
