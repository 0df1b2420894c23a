package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall.Failure;
import dev.kontor.api.wall.Wall.State;
import dev.kontor.api.wall.Wall.Walled;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One bundle's threads, and how it stands. Holds nothing of the bundle, so that it may go. */
final class Bulkhead {

    private static final int RECENT = 20;
    private static final int IDLE_S = 10;

    private final Owner owner;
    private final Limits limits;
    private final Semaphore places;
    private final ThreadGroup group;
    private final AtomicInteger named = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private final Breaker breaker;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicInteger hung = new AtomicInteger();
    private final LinkedList<Failure> recent = new LinkedList<>();
    private final Set<Crossing<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile Optional<Instant> quarantined = Optional.empty();
    private volatile Text called;

    Bulkhead(Owner owner, Limits limits) {
        this.owner = owner;
        this.limits = limits;
        this.places = new Semaphore(limits.threads(), true);
        this.group = new ThreadGroup(root(), "wall " + owner.name());
        this.breaker = new Breaker(limits.failures(), limits.rest().toNanos());
        this.called = Text.plain(owner.name());
        this.threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_S, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    /** Not the group of whoever happens to call first, which may be ended with its last thread. */
    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, "wall-" + owner.name() + "-" + named.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Bulkhead.class.getClassLoader());
        thread.setUncaughtExceptionHandler((ended, why) -> {}); // only by Retired: what work throws is handed to who waits
        return thread;
    }

    Owner owner() {
        return owner;
    }

    /** What people call it: a department by its name. */
    void call(Text name) {
        called = name;
    }

    Text called() {
        return called;
    }

    /** @throws Refused while it is not to be called */
    void admit(long now) {
        if (owner.platform()) {
            return;
        }
        mustBeReachable();
        if (!breaker.allows(now)) {
            throw away("kernel.wall-resting");
        }
    }

    /** @throws Refused in quarantine, or when all its threads are hung */
    void mustBeReachable() {
        if (quarantined.isPresent()) {
            throw away("kernel.wall-quarantined");
        }
        if (hung.get() >= limits.threads()) {
            throw away("kernel.wall-hung");
        }
    }

    boolean isQuarantined() {
        return quarantined.isPresent();
    }

    private Refused away(String key) {
        return Refused.because(Refused.Reason.UNAVAILABLE, Text.of(key, called));
    }

    Refused late() {
        return away("kernel.wall-late");
    }

    /** Begins it on a thread of this bundle; waits for one as long as a call may take, and not at all when all are hung. */
    void start(Crossing<?> crossing) {
        if (!owner.platform() && !place()) {
            throw away("kernel.wall-hung");
        }
        threads.execute(() -> carry(crossing));
    }

    private void carry(Crossing<?> crossing) {
        underWay.add(crossing);
        try {
            crossing.run();
        } finally {
            underWay.remove(crossing);
            crossing.back();
            Thread.currentThread().setContextClassLoader(Bulkhead.class.getClassLoader());
            if (!owner.platform()) {
                places.release();
            }
        }
        if (crossing.isLeft()) {
            throw new Retired();
        }
    }

    private boolean place() {
        try {
            return hung.get() < limits.threads() && places.tryAcquire(limits.call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends a thread that somebody went on without: it is not used again. */
    private static final class Retired extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Retired() {
            super("retired", null, false, false);
        }
    }

    void hung(int change) {
        hung.addAndGet(change);
    }

    void called(boolean well) {
        calls.incrementAndGet();
        if (well) {
            breaker.succeeded();
        } else {
            breaker.undecided();
        }
    }

    /** @return whether this is a strike */
    boolean failed(Failure failure, boolean severe, long now) {
        calls.incrementAndGet();
        failures.incrementAndGet();
        synchronized (recent) {
            recent.addFirst(failure);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
        return !owner.platform() && breaker.failed(severe, now);
    }

    /** What is known by now of a failure that is still among the last. */
    void add(String reference, String words) {
        synchronized (recent) {
            recent.replaceAll(each -> each.reference().equals(reference)
                    ? new Failure(each.at(), each.call(), each.what() + " " + words, reference)
                    : each);
        }
    }

    /** Calls on its threads that asked for the end of the process; they wait for it. */
    Stream<Passage.Frame> ending() {
        return underWay.stream()
                .filter(each -> Fault.endsTheProcess(each.thread().getStackTrace()))
                .flatMap(each -> each.passage().top().stream());
    }

    void quarantine(Optional<Instant> since) {
        if (quarantined.isPresent() && since.isEmpty()) {
            breaker.succeeded();
        }
        quarantined = since;
    }

    /** The last failure's; for who is told that a part is missing. */
    String reference() {
        synchronized (recent) {
            return recent.isEmpty() ? "" : recent.getFirst().reference();
        }
    }

    Walled walled(int strikes) {
        State state = isQuarantined() ? State.QUARANTINED : breaker.rests() ? State.RESTING : State.WELL;
        List<Failure> last;
        synchronized (recent) {
            last = List.copyOf(recent);
        }
        return new Walled(owner.name(), owner.platform(), state, calls.get(), failures.get(), Math.max(0, hung.get()), left(), strikes, quarantined, last);
    }

    /** Threads that the bundle's code started in a call: they are born into the group of the thread that starts them. */
    private int left() {
        Thread[] alive = new Thread[group.activeCount() + 16];
        int found = group.enumerate(alive, true);
        return (int) Arrays.stream(alive, 0, found).filter(each -> !each.getName().startsWith("wall-" + owner.name() + "-")).count();
    }

    void close() {
        threads.shutdownNow();
    }
}
