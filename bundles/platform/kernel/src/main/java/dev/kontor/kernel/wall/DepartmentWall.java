package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.store.Transactions;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Comparator;
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
    private static final int IDLE_S = 10;

    private final Transactions transactions;
    private final Limits limits;
    private final Ticks ticks;
    private final Function<Class<?>, Owner> owners;
    private final Records records;
    private final Calls calls;
    private final Crossings crossings;
    private final Map<String, Bulkhead> bulkheads = new ConcurrentHashMap<>();
    private volatile boolean asked;
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
        this.crossings = new Crossings(transactions, limits, ticks, records);
    }

    @Deactivate
    public void close() {
        bulkheads.values().stream().flatMap(Bulkhead::ending).forEach(records::ended);
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

    /** The same of one that cannot say its name itself, in quarantine; nothing of one that the wall does not know. */
    public void call(String bundle, Text name) {
        Optional.ofNullable(bulkheads.get(bundle)).ifPresent(each -> each.call(name));
    }

    /** A command, on the bulkhead of who offers it; once only. */
    public <R> R command(Object guarded, Supplier<R> work) {
        return Passage.current().isPresent() ? work.get() : crossings.once(Guard.of(guarded).bulkhead(), work);
    }

    /** Work of the platform, which may call departments. */
    public <R> R platform(Supplier<R> work) {
        return Passage.current().isPresent() || transactions.active() ? work.get() : crossings.once(bulkhead(Owner.KERNEL), work);
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
        return Passage.current().isPresent() || transactions.active() ? reading.get() : crossings.reading(bulkhead, reading);
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

    /** A call of a guarded service: on the thread that is in a passage, or else on one of its bulkhead. */
    Object through(Guard guard, Method method, Object[] arguments) {
        Optional<Passage> passage = Passage.current();
        if (passage.isPresent()) {
            return calls.call(passage.get(), guard, method, arguments);
        }
        Passage own = new Passage(Set.of());
        return transactions.active()
                ? calls.call(own, guard, method, arguments)
                : crossings.once(guard.bulkhead(), () -> calls.call(Passage.current().orElseThrow(), guard, method, arguments));
    }

    @Override
    public List<Walled> bundles() {
        return bulkheads.values().stream()
                .map(each -> each.walled(records.strikes(each.owner().name())))
                .sorted(Comparator.comparing(Walled::bundle))
                .toList();
    }

    @Override
    public boolean isQuarantined(String bundle) {
        if (!asked) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.wall-not-asked"));
        }
        return keepsAway(bundle);
    }

    /** As far as the store was asked yet. */
    public boolean keepsAway(String bundle) {
        return Optional.ofNullable(bulkheads.get(bundle)).filter(Bulkhead::isQuarantined).isPresent();
    }

    /** What the store says; a bundle that was never called may be among them. */
    void quarantined(Map<String, Instant> since) {
        since.keySet().forEach(name -> bulkhead(new Owner(name, false)));
        bulkheads.values().forEach(each -> each.quarantine(Optional.ofNullable(since.get(each.owner().name()))));
        asked = true;
    }
}
