package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wall. Work begins on a thread of the bundle that it is for, with its transaction, and runs there to its end; whom it
 * calls on the way is a {@linkplain Passage.Frame frame} on the same thread.
 */
@Component(service = {Wall.class, DepartmentWall.class}, configurationPid = "dev.kontor.kernel.wall")
public final class DepartmentWall implements Wall {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentWall.class);
    private static final int ROUNDS = 4;
    private static final int PATIENCE_WITH_STORE = 3;
    private static final int IDLE_S = 10;

    private final Transactions transactions;
    private final Limits limits;
    private final Ticks ticks;
    private final Function<Class<?>, Owner> owners;
    private final Records records;
    private final Calls calls;
    private final Map<String, Bulkhead> bulkheads = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            0, 1, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DepartmentWall::asking, new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public DepartmentWall(@Reference Transactions transactions, WallSettings settings) {
        this(transactions, Limits.of(settings), Ticks.OF_THE_MACHINE, Owner.ofBundles());
    }

    DepartmentWall(Transactions transactions, Limits limits, Ticks ticks, Function<Class<?>, Owner> owners) {
        this.transactions = transactions;
        this.limits = limits;
        this.ticks = ticks;
        this.owners = owners;
        this.records = new Records(ticks);
        this.calls = new Calls(transactions, ticks, records);
    }

    @Deactivate
    public void close() {
        aside.shutdownNow();
        bulkheads.values().forEach(Bulkhead::close);
    }

    private static Thread asking(Runnable work) {
        Thread thread = new Thread(work, "wall-asking");
        thread.setDaemon(true);
        return thread;
    }

    /** Work that nobody waits for, one after the other; what comes after the end is left undone. */
    void aside(Runnable work) {
        aside.execute(work);
    }

    Limits limits() {
        return limits;
    }

    Records records() {
        return records;
    }

    Bulkhead bulkhead(Owner owner) {
        return bulkheads.computeIfAbsent(owner.name(), name -> new Bulkhead(owner, limits));
    }

    @Override
    public <S> S guard(Class<S> kind, S service) {
        if (Guard.stands(service)) {
            return service;
        }
        Bulkhead bulkhead = bulkhead(owners.apply(service.getClass()));
        Guard guard = new Guard(this, kind, service, bulkhead);
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, guard));
    }

    @Override
    public boolean speaks(Object guarded) {
        return Guard.of(guarded).speaks(guarded);
    }

    /** Whether it may be called at all: one in quarantine is as if it did not run. */
    public boolean admits(Object guarded) {
        return !Guard.of(guarded).bulkhead().isQuarantined();
    }

    /** Whose code it really is. */
    public static ClassLoader loader(Object guarded) {
        return Guard.of(guarded).loader();
    }

    /** A department's bundle is spoken of by the department's name. */
    public void call(Object guarded, Text name) {
        Guard.of(guarded).bulkhead().call(name);
    }

    /** A command, on the bulkhead of who offers it; once only. */
    public <R> R command(Object guarded, Supplier<R> work) {
        return Passage.current().isPresent() ? work.get() : crossed(Guard.of(guarded).bulkhead(), work);
    }

    /** Work of the platform, which may call departments. */
    public <R> R platform(Supplier<R> work) {
        return Passage.current().isPresent() || transactions.active() ? work.get() : crossed(bulkhead(Owner.KERNEL), work);
    }

    /** A reading of the platform, which may be repeated without a part. */
    public <R> R platformReading(Supplier<R> reading) {
        return reading(bulkhead(Owner.KERNEL), reading);
    }

    @Override
    public <R> R reading(Object guarded, Supplier<R> reading) {
        return reading(Guard.of(guarded).bulkhead(), reading);
    }

    private <R> R reading(Bulkhead bulkhead, Supplier<R> reading) {
        if (Passage.current().isPresent() || transactions.active()) {
            return reading.get();
        }
        Set<Bulkhead> without = new HashSet<>();
        for (int round = 1; ; round++) {
            try {
                return cross(bulkhead, without, reading);
            } catch (Again again) {
                without.add(again.without());
            } catch (TookTooLong late) {
                if (late.blamed() == bulkhead || !without.add(late.blamed()) || round == ROUNDS) {
                    throw late.blamed().late();
                }
            }
        }
    }

    @Override
    public <R> R part(Object guarded, Supplier<R> part, Function<Text, R> instead) {
        Bulkhead bulkhead = Guard.of(guarded).bulkhead();
        try {
            return part.get();
        } catch (Refused refused) {
            if (refused.reason() != Refused.Reason.UNAVAILABLE) {
                throw refused;
            }
            return instead.apply(Text.of("kernel.wall-part", refused.words()));
        } catch (RuntimeException failed) { // the wall: the rest of the page goes on
            Fault fault = Fault.of(failed);
            if (fault == Fault.STEERING || fault == Fault.OF_THE_STORE && Fault.isOutage(failed)) {
                throw failed;
            }
            if (fault == Fault.OF_THE_STORE && Passage.current().isPresent()) {
                records.failed(bulkhead, "part", failed, false);
                throw new Again(bulkhead);
            }
            LOG.error("Reference {}: a part of a page is missing, {} failed at it.", bulkhead.reference(), bulkhead.owner().name(), failed);
            return instead.apply(Text.of("kernel.wall-part-failed", bulkhead.called(), bulkhead.reference()));
        }
    }

    private <R> R crossed(Bulkhead bulkhead, Supplier<R> work) {
        try {
            return cross(bulkhead, Set.of(), work);
        } catch (TookTooLong late) {
            throw late.blamed().late();
        } catch (Again spoilt) {
            throw spoilt.without().late();
        }
    }

    private <R> R cross(Bulkhead bulkhead, Set<Bulkhead> without, Supplier<R> work) {
        bulkhead.mustBeReachable();
        Crossing<R> crossing = new Crossing<>(new Passage(without), work);
        bulkhead.start(crossing);
        while (!crossing.ended(ticks.look(limits.call()))) {
            overdue(crossing).ifPresent(frame -> goOnWithout(crossing, frame));
        }
        return ended(bulkhead, crossing);
    }

    /** Whoever waits for the database is not to blame for it, and has more time; but not for ever. */
    private Optional<Passage.Frame> overdue(Crossing<?> crossing) {
        long call = limits.call().toNanos();
        Optional<Passage.Frame> overdue = crossing.passage().overdue(ticks.nanos(), call);
        return overdue.isPresent() && Fault.isInStore(crossing.thread())
                ? crossing.passage().overdue(ticks.nanos(), PATIENCE_WITH_STORE * call)
                : overdue;
    }

    /** One that is just being committed is waited for after all. */
    private void goOnWithout(Crossing<?> crossing, Passage.Frame frame) {
        if (crossing.leave() && transactions.giveUp(crossing.thread())) {
            Bulkhead blamed = frame.bulkhead();
            TookTooLong late = new TookTooLong(blamed, frame.call(), crossing.thread());
            boolean inStore = Fault.isInStore(crossing.thread());
            crossing.passage().goOnWithout();
            crossing.hangs(blamed);
            crossing.thread().interrupt();
            records.failed(blamed, frame.call(), late, !inStore);
            throw late;
        }
    }

    /** What the store says only in the end is counted for who was at it, or whose work it was. */
    private <R> R ended(Bulkhead bulkhead, Crossing<R> crossing) {
        try {
            return crossing.outcome();
        } catch (StoreFailed failed) {
            if (failed.trouble() == StoreFailed.Trouble.OTHER) {
                Optional<Passage.Frame> suspect = crossing.passage().suspect();
                records.failed(suspect.map(Passage.Frame::bulkhead).orElse(bulkhead), suspect.map(Passage.Frame::call).orElse("command"), failed, false);
            }
            throw failed;
        }
    }

    /** A call of a guarded service: on the thread that is in a passage, or else on one of its bulkhead. */
    Object through(Guard guard, Method method, Object[] arguments) {
        Optional<Passage> passage = Passage.current();
        if (passage.isPresent()) {
            return calls.call(passage.get(), guard, method, arguments);
        }
        Passage own = new Passage(Set.of());
        return transactions.active()
                ? calls.call(own, guard, method, arguments)
                : crossed(guard.bulkhead(), () -> calls.call(Passage.current().orElseThrow(), guard, method, arguments));
    }

    @Override
    public List<Walled> bundles() {
        return bulkheads.values().stream()
                .map(each -> each.walled(records.strikes(each.owner().name())))
                .sorted(Comparator.comparing(Walled::bundle))
                .toList();
    }

    /** What the store says; a bundle that was never called may be among them. */
    void quarantined(Map<String, Instant> since) {
        since.keySet().forEach(name -> bulkhead(new Owner(name, false)));
        bulkheads.values().forEach(each -> each.quarantine(Optional.ofNullable(since.get(each.owner().name()))));
    }
}
