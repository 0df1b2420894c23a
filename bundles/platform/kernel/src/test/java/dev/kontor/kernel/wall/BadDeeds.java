package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a bad department does in a command that already holds its order and has written to it. While somebody hangs the dial
 * passes the limit, so that nobody waits for it in earnest; all are released at the end of the test.
 */
public final class BadDeeds {

    public interface Deed {
        Answer on(OrderFile file) throws Exception;
    }

    /**
     * @param hangs it does not come back by itself
     * @param severe one time is enough to be left alone
     */
    public record Bad(Deed deed, boolean hangs, boolean severe) {}

    public static final Deed GOOD = BadDeeds::done;
    private static final int DEEP = 1 << 30;

    /** More than a call may take. */
    static final Duration TOO_LONG = Duration.ofSeconds(66);

    private final Dial dial;
    public final CountDownLatch released = new CountDownLatch(1);
    public final List<Thread> started = new ArrayList<>();
    public final Map<String, Bad> all = new LinkedHashMap<>();

    public BadDeeds(Dial dial) {
        this.dial = dial;
        throwing();
        hanging();
        starving();
        spoiling();
        meddling();
    }

    private void throwing() {
        ordinary("throws a runtime exception", file -> {
            throw new IllegalStateException("bad");
        });
        ordinary("throws null pointers", file -> Answer.of(Text.plain(missing().trim())));
        ordinary("throws a checked exception nobody declared", file -> {
            throw new java.io.IOException("bad");
        });
        ordinary("throws an error of its own", file -> {
            throw new AssertionError("bad");
        });
        ordinary("misses a class", file -> {
            throw new NoClassDefFoundError("gone/Gone");
        });
        ordinary("throws an exception that cannot say what it is", file -> {
            throw new Mute();
        });
        severe("overflows the stack", file -> Answer.of(Text.plain("" + down(DEEP))));
        severe("asks for more heap than there is", file -> Answer.of(Text.plain("" + new long[Integer.MAX_VALUE].length)));
        severe("says that the machine is broken", file -> {
            throw new InternalError("bad");
        });
        ordinary("answers null", file -> null);
    }

    private void hanging() {
        hangs("sleeps", file -> {
            Thread.sleep(Duration.ofDays(1).toMillis());
            return done(file);
        });
        hangs("spins", file -> {
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            return done(file);
        });
        hangs("ignores interrupts", file -> {
            while (released.getCount() > 0) {
                LockSupport.parkNanos(1_000_000);
                Thread.interrupted();
            }
            return done(file);
        });
        hangs("waits for a thread that waits for it", this::deadlock);
        hangs("waits for a monitor that another holds", this::monitor);
        hangs("waits for input", file -> {
            try (java.io.PipedInputStream in = new java.io.PipedInputStream(new java.io.PipedOutputStream())) {
                return Answer.of(Text.plain("" + in.read()));
            }
        });
        hangs("comes back late and goes on writing", file -> {
            uninterruptibly();
            file.note("chaos.late", Text.plain("after all"), List.of());
            return done(file);
        });
        hangs("swallows what tells it that its time is over", file -> {
            uninterruptibly();
            try {
                file.note("chaos.late", Text.plain("after all"), List.of());
            } catch (RuntimeException swallowed) {
                return done(file);
            }
            return done(file);
        });
    }

    private void starving() {
        all.put("spins while the machine runs nobody for minutes", new Bad(file -> {
            int seen = dial.looks();
            while (released.getCount() > 0) {
                if (seen != dial.looks()) {
                    seen = dial.looks();
                    dial.forward(Duration.ofMinutes(5));
                }
            }
            return done(file);
        }, true, true));
        allowed("was late because the machine ran nobody", file -> {
            dial.forward(Duration.ofMinutes(5));
            int seen = dial.looks();
            while (dial.looks() < seen + 2) { // the second begins when the first has told what it saw
                Thread.onSpinWait();
            }
            return done(file);
        });
    }

    private void spoiling() {
        severe("commits the transaction itself", file -> {
            try {
                StoreHarness.transactionManager().commit();
            } catch (javax.transaction.RollbackException swallowed) {
                return done(file);
            }
            return done(file);
        });
        severe("rolls the transaction back itself", file -> {
            StoreHarness.transactionManager().rollback();
            return done(file);
        });
        severe("sets the transaction aside", file -> {
            StoreHarness.transactionManager().suspend();
            return done(file);
        });
        severe("puts a transaction of its own in the place", file -> {
            StoreHarness.transactionManager().suspend();
            StoreHarness.transactionManager().begin();
            return done(file);
        });
        ordinary("writes a note without end", file -> {
            file.note("chaos." + "x".repeat(5_000), Text.plain("x"), List.of());
            return done(file);
        });
    }

    /** These succeed: what they leave behind must be gone. */
    private void meddling() {
        allowed("changes the locale of the machine", file -> {
            Locale.setDefault(new Locale("tr", "TR"));
            return done(file);
        });
        allowed("changes the time zone of the machine", file -> {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            return done(file);
        });
        allowed("leaves its class loader to the thread", file -> {
            Thread.currentThread().setContextClassLoader(new ClassLoader() {});
            return done(file);
        });
        allowed("leaves the thread interrupted", file -> {
            Thread.currentThread().interrupt();
            return done(file);
        });
        allowed("starts threads", file -> {
            for (int i = 0; i < 50; i++) {
                Thread thread = new Thread(this::uninterruptibly, "stray-" + i);
                thread.setDaemon(true);
                thread.start();
                started.add(thread);
            }
            return done(file);
        });
    }

    private void ordinary(String name, Deed deed) {
        all.put(name, new Bad(deed, false, false));
    }

    private void severe(String name, Deed deed) {
        all.put(name, new Bad(deed, false, true));
    }

    private void allowed(String name, Deed deed) {
        all.put("may, but " + name, new Bad(deed, false, false));
    }

    private void hangs(String name, Deed deed) {
        all.put(name, new Bad(file -> {
            dial.pass(TOO_LONG);
            return deed.on(file);
        }, true, true));
    }

    private Answer deadlock(OrderFile file) throws InterruptedException {
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                caller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.setDaemon(true);
        other.start();
        started.add(other);
        other.join();
        return done(file);
    }

    private Answer monitor(OrderFile file) throws InterruptedException {
        ReentrantLock held = new ReentrantLock();
        CountDownLatch locked = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            held.lock();
            locked.countDown();
            uninterruptibly();
            held.unlock();
        });
        other.setDaemon(true);
        other.start();
        started.add(other);
        locked.await();
        held.lock();
        held.unlock();
        return done(file);
    }

    private void uninterruptibly() {
        while (released.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
    }

    private static Answer done(OrderFile file) {
        return Answer.of(Text.plain("done"), file.number());
    }

    private static String missing() {
        return Optional.<String>empty().orElse(null);
    }

    private static int down(int left) {
        return left == 0 ? 0 : 1 + down(left - 1);
    }

    private static final class Mute extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not even that");
        }
    }
}
