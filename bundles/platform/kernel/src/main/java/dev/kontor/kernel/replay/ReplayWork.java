package dev.kontor.kernel.replay;

import dev.kontor.api.journal.Change;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.replay.ReplayRows.Past;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.rule.FactTexts;
import dev.kontor.kernel.rule.FactTexts.Full;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tries decisions of the past, a page at a time, and rests after each as long as it worked: staff come first. What was
 * reached is written with the page's findings in one transaction, so that it goes on there after a stop or a kill, nothing
 * left out and nothing twice.
 */
@Component(service = ReplayWork.class, immediate = true)
public final class ReplayWork {

    private static final int PAGE = 50;
    private static final long EVERY_MS = 2000;
    /** No command takes longer than this from its decision to its commit. */
    private static final long SETTLED_MS = 10_000;

    private final Transactions transactions;
    private final ReplayRows replays;
    private final FactTexts texts;
    private final RuleServices rules;
    private final PlatformWork platform;
    private final long settledMs;
    private final Bell bell = new Bell();
    private final Worker worker;
    private volatile boolean open = true;

    @Activate
    public ReplayWork(
            @Reference Transactions transactions,
            @Reference ReplayRows replays,
            @Reference FactTexts texts,
            @Reference RuleServices rules,
            @Reference PlatformWork platform) {
        this(transactions, replays, texts, rules, platform, SETTLED_MS);
    }

    /** @param settledMs how long after it was taken a decision is certain to stay */
    public ReplayWork(
            Transactions transactions, ReplayRows replays, FactTexts texts, RuleServices rules, PlatformWork platform, long settledMs) {
        this.settledMs = settledMs;
        this.transactions = transactions;
        this.replays = replays;
        this.texts = texts;
        this.rules = rules;
        this.platform = platform;
        this.worker = new Worker("kontor-replay", bell, EVERY_MS, this::pass);
    }

    @Deactivate
    public void stop() {
        open = false;
        worker.close();
    }

    void ring() {
        bell.ring();
    }

    private void pass() {
        boolean more = true;
        while (open && more) {
            long begun = System.nanoTime();
            more = step();
            if (more) {
                LockSupport.parkNanos(System.nanoTime() - begun);
            }
        }
    }

    /** A decision and the facts it was taken on, as far as they have to be read. */
    private record Read(Past past, List<Full> facts) {}

    private record Tried(Past past, Trial trial) {}

    /** @return whether something was done, of the replay that was begun first and has something to do */
    private boolean step() {
        Optional<RuleEngine> engine = rules.engine();
        return engine.isPresent()
                && transactions.read(replays::running).stream()
                        .filter(replay -> decides(engine.get(), replay))
                        .anyMatch(replay -> tried(engine.get(), replay));
    }

    private boolean tried(RuleEngine engine, StoredReplay replay) {
        long begun = System.nanoTime();
        long settled = Stamps.afterNow(settledMs) - 1;
        List<Read> page = transactions.read(() -> replays.next(replay, settled, PAGE).stream()
                .map(past -> new Read(past, texts.full(past.kept().decision().order(), past.kept().facts())))
                .toList());
        boolean last = page.size() < PAGE && settled >= replay.until();
        if (page.isEmpty() && !last) {
            return false;
        }
        List<Tried> changes = page.stream()
                .map(each -> new Tried(each.past(), Trial.of(engine, replay.version(), each.past().kept().decision(), each.facts(), texts,
                        replay.scope().parameters())))
                .filter(tried -> tried.trial().changes())
                .toList();
        keep(replay, page, changes, last, 2 * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return true;
    }

    /** Whether the point can be asked at all now: while its facts are away, nothing is said about the version. */
    private static boolean decides(RuleEngine engine, StoredReplay replay) {
        try {
            replay.points().forEach(point -> engine.active(new ConsultationPoint(point)));
            return true;
        } catch (CannotDecide notNow) {
            return false;
        }
    }

    private void keep(StoredReplay replay, List<Read> page, List<Tried> changes, boolean last, long spentMs) {
        StoredReplay after = after(replay, page, changes, last, replay.spentMs() + spentMs);
        platform.onCompany(company -> {
            if (!replays.advance(replay, after)) {
                return; // somebody paused it, or another node was faster
            }
            changes.forEach(tried -> replays.change(replay.id(), tried.past(), tried.trial()));
            if (last) {
                company.note("rules.replayed",
                        Text.of("kernel.replay.line-done", replay.version().set(), replay.version().shortDigest(), after.done(), after.changed()),
                        List.of(new Change("report", "", after.chain())));
            }
        });
    }

    private static StoredReplay after(StoredReplay replay, List<Read> page, List<Tried> changes, boolean last, long spentMs) {
        int failed = (int) changes.stream().filter(tried -> !tried.trial().failure().isEmpty()).count();
        String chain = replay.chain();
        for (Tried tried : changes) {
            chain = Canonical.digest(chain + tried.past().kept().decision().id() + Canonical.text(tried.trial()));
        }
        return new StoredReplay(replay.id(), replay.version(), replay.scope(), replay.points(), last ? State.DONE : State.RUNNING,
                Math.max(replay.total(), replay.done() + page.size()), replay.done() + page.size(), replay.changed() + changes.size(), replay.failed() + failed,
                page.isEmpty() ? replay.reached() : page.get(page.size() - 1).past().running(), replay.until(), chain, spentMs,
                replay.by(), replay.begun());
    }
}
