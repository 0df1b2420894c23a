package dev.kontor.kernel.replay;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.journal.Change;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.replay.ReplayRows.Past;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.rule.FactTexts;
import dev.kontor.kernel.rule.Proof;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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

    private static final int PAGE = 100;
    /** How long one transaction reads and tries: the store ends one that stands still for a minute. */
    private static final long PAGE_MS = 5_000;
    /** Differences that stand in the company journal one by one; how many there were stands there in any case. */
    private static final int MOST_NOTED = 1000;
    private static final long EVERY_MS = 2000;
    /** No command takes longer than this from its decision to its commit. */
    private static final long SETTLED_MS = 10_000;

    private final Transactions transactions;
    private final ReplayRows replays;
    private final FactTexts texts;
    private final RuleServices rules;
    private final Ledger ledger;
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
            @Reference Ledger ledger,
            @Reference PlatformWork platform) {
        this(transactions, replays, texts, rules, ledger, platform, SETTLED_MS);
    }

    /** @param settledMs how long after it was taken a decision is certain to stay */
    public ReplayWork(
            Transactions transactions, ReplayRows replays, FactTexts texts, RuleServices rules, Ledger ledger, PlatformWork platform,
            long settledMs) {
        this.ledger = ledger;
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

    /** It looks at once whether there is something to do. */
    public void ring() {
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

    private record Tried(Past past, Trial trial) {}

    /** @param last whether nothing comes after them */
    private record Page(StoredReplay replay, List<Tried> tried, boolean last) {

        boolean brings() {
            return !tried.isEmpty() || last;
        }
    }

    /** @return whether something was done, of the replay that was begun first and has something to do */
    private boolean step() {
        long begun = System.nanoTime();
        Optional<Page> page = rules.engine().flatMap(engine -> transactions.read(() -> page(engine)));
        page.ifPresent(found -> keep(found, 2 * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
        return page.isPresent();
    }

    /** In one transaction, whose rules are looked up once. */
    private Optional<Page> page(RuleEngine engine) {
        long settled = Stamps.afterNow(settledMs) - 1;
        return replays.running().stream()
                .filter(replay -> decides(engine, replay))
                .map(replay -> page(engine, replay, settled))
                .filter(Page::brings)
                .findFirst();
    }

    /** What takes long waits for the next page. */
    private Page page(RuleEngine engine, StoredReplay replay, long settled) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAGE_MS);
        List<Past> next = replays.next(replay, settled, PAGE);
        FactTexts.Reading facts = texts.reading(next.stream().map(past -> past.kept().decision().order()).distinct().toList());
        List<Tried> tried = new ArrayList<>();
        for (Past past : next) {
            if (System.nanoTime() > end && !tried.isEmpty()) {
                break;
            }
            tried.add(new Tried(past, trial(engine, replay, past, facts)));
        }
        return new Page(replay, tried, tried.size() == next.size() && next.size() < PAGE && settled >= replay.until());
    }

    private Trial trial(RuleEngine engine, StoredReplay replay, Past past, FactTexts.Reading facts) {
        Decision decision = past.kept().decision();
        if (replay.scope().proof() && !cites(decision, replay.version())) {
            return Trial.NO_CHANGE;
        }
        List<FactTexts.Full> full = facts.full(decision.order(), past.kept().facts());
        return replay.scope().proof()
                ? Trial.of(Proof.of(past.kept(), full, ledger.kept(decision), facts::fact, engine))
                : Trial.of(engine, replay.version(), decision, full, facts::fact, replay.scope().parameters());
    }

    /** Without a set every decision does, without a digest each that cites the set. */
    private static boolean cites(Decision decision, SetVersion version) {
        return version.set().isEmpty()
                || Stream.concat(decision.sets().stream(), decision.owners().stream())
                        .anyMatch(each -> each.set().equals(version.set()) && each.digest().startsWith(version.digest()));
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

    private void keep(Page page, long spentMs) {
        StoredReplay replay = page.replay();
        List<Tried> changes = page.tried().stream().filter(tried -> tried.trial().changes()).toList();
        StoredReplay after = after(page, changes, replay.spentMs() + spentMs);
        platform.onCompany(company -> {
            if (!replays.advance(replay, after)) {
                return; // somebody paused it, or another node was faster
            }
            changes.forEach(tried -> replays.change(replay.id(), tried.past().line(), tried.trial()));
            if (replay.scope().proof() && replay.changed() < MOST_NOTED) {
                changes.forEach(tried -> note(company, tried));
            }
            if (page.last()) {
                company.note("rules.replayed", done(after), List.of(new Change("report", "", after.chain())));
            }
        });
    }

    private static Text done(StoredReplay after) {
        return after.scope().proof()
                ? Text.of("kernel.proof.line-done", after.done(), after.changed())
                : Text.of("kernel.replay.line-done", after.version().set(), after.version().shortDigest(), after.done(), after.changed());
    }

    /** Which decision, of what point and order, by which rules, and what: the report can be made again, the journal cannot. */
    private static void note(CompanyFile company, Tried tried) {
        Decision decision = tried.past().kept().decision();
        company.note("rules.proof-differs",
                Text.of("kernel.proof.line-differs", Text.of("console.point-of", decision.point().value()), decision.id(), tried.trial().why()),
                List.of(new Change("order", "", decision.order()), new Change("rule", "", String.join(", ", tried.trial().rules()))));
    }

    private static StoredReplay after(Page page, List<Tried> changes, long spentMs) {
        StoredReplay replay = page.replay();
        int failed = (int) changes.stream().filter(tried -> tried.trial().failed()).count();
        String chain = replay.chain();
        for (Tried tried : changes) {
            chain = tried.trial().chained(chain, tried.past().kept().decision().id());
        }
        int done = replay.done() + page.tried().size();
        long reached = page.tried().isEmpty() ? replay.reached() : page.tried().get(page.tried().size() - 1).past().running();
        return new StoredReplay(replay.id(), replay.version(), replay.scope(), replay.points(), page.last() ? State.DONE : State.RUNNING,
                Math.max(replay.total(), done), done, replay.changed() + changes.size(), replay.failed() + failed, reached, replay.until(),
                chain, spentMs, replay.by(), replay.begun());
    }
}
