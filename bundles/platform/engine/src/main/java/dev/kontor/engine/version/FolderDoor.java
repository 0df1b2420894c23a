package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what decides from the store, then proposes what settles in the folder: one thread, one set after the other.
 * What was active, went back from, or was refused before is never proposed again by itself.
 */
public final class FolderDoor implements ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FolderDoor.class);
    static final Person SYSTEM = new Person(PersonId.SYSTEM, "Kontor", Set.of(Role.RULE_ADMINISTRATOR), "en");
    private static final long IDLE_MILLIS = 5_000;
    private static final long SETTLING_MILLIS = 50;
    private static final long WAITING_MILLIS = 300;
    /** How long the start waits for bundles that offer facts. */
    private static final long PATIENCE_MILLIS = 20_000;
    /** Problems that another bundle or another set may solve. */
    private static final Set<String> PASSING = Set.of("engine.import-unknown", "engine.type-unknown", "engine.parameter-unknown", "engine.tables-missing");

    private final RuleBook book;
    private final VersionList list;
    private final Epoch epoch;
    private final Delivery delivery;
    private final Desk desk;
    private final Clock clock;
    private final DueVersions due;
    private final Path root;
    private final Thread thread;
    private final AutoCloseable watch;
    private final Runnable whenLoaded;
    private final Map<String, Checked> candidates = new ConcurrentHashMap<>();
    private final Map<String, RuleSetFiles> pending = new TreeMap<>();
    private final long startedAt = System.nanoTime();
    /** Nothing was ever kept, and what stands in the folder is not noted yet. */
    private boolean fresh;
    /** By set: the digest of what stood in the folder when the platform started; null until it has been read once. */
    private volatile Map<String, String> atStart;
    private volatile boolean loaded;
    private volatile boolean ready;
    private volatile String waitsFor = "";
    private volatile boolean changed = true;
    private volatile boolean stopped;

    /** @param whenLoaded runs once, when what decides has been loaded */
    FolderDoor(
            Path root, RuleBook book, VersionList list, Epoch epoch, Delivery delivery, Desk desk, Clock clock, FactWatch facts,
            Runnable whenLoaded) {
        this.root = root.toAbsolutePath();
        this.book = book;
        this.list = list;
        this.epoch = epoch;
        this.delivery = delivery;
        this.desk = desk;
        this.clock = clock;
        this.due = new DueVersions(list, desk, clock);
        this.whenLoaded = whenLoaded;
        this.watch = facts.onChange(() -> changed = true);
        this.thread = new Thread(this::run, "kontor-rules");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void open() {
        thread.start();
    }

    void close() throws Exception {
        stopped = true;
        watch.close();
        thread.interrupt();
    }

    Optional<Checked> candidate(String set, String digest) {
        return Optional.ofNullable(candidates.get(set)).filter(checked -> checked.digest().equals(digest));
    }

    /** Whether the company was delivered with this very version of the set. Inside a command. */
    boolean isDelivered(String set, String digest) {
        return delivery.covers(set, digest);
    }

    /** Whether it stood in the folder when the platform started: a new release may have brought it, and nobody has meant it for the set. */
    boolean stoodAtStart(String set, String digest) {
        Map<String, String> stood = atStart;
        return stood == null || digest.equals(stood.get(set));
    }

    private void run() {
        FolderReading reading = new FolderReading(root);
        try (FolderBell bell = new FolderBell(root)) {
            while (!stopped) {
                long pause = IDLE_MILLIS;
                try {
                    pause = round(reading);
                } catch (IOException | RuntimeException | OutOfMemoryError failed) { // the folder, the store or memory is away: the active versions go on
                    LOG.warn("The rules' folder could not be looked at.", failed);
                    pause = 1_000;
                }
                bell.await(pause);
            }
        } catch (InterruptedException | IOException ending) {
            LOG.debug("The rules' folder is no longer watched.", ending);
        }
    }

    private long round(FolderReading reading) throws IOException {
        load();
        due.look();
        boolean unsettled = reading.look(System.nanoTime() / 1_000_000);
        pending.putAll(reading.taken());
        pending.keySet().retainAll(reading.digests().keySet());
        list.inFolder(reading.digests(), reading.troubles());
        if (atStart == null && !unsettled) {
            atStart = Map.copyOf(reading.digests());
        }
        if (fresh && !unsettled) {
            delivery.begin(reading.digests());
            fresh = false;
        }
        if (!fresh) {
            propose();
        }
        if (!unsettled && !ready) {
            List<String> undecided = undecided();
            waitsFor = String.join(", ", undecided);
            ready = undecided.isEmpty() || System.nanoTime() - startedAt > PATIENCE_MILLIS * 1_000_000;
            if (ready) {
                LOG.info("{} rule sets decide.", book.deciding().size());
            }
        }
        if (unsettled) {
            return SETTLING_MILLIS;
        }
        return pending.isEmpty() && ready ? IDLE_MILLIS : WAITING_MILLIS;
    }

    private void load() {
        epoch.join();
        if (!loaded) {
            fresh = list.isEmpty();
            whenLoaded.run();
            loaded = true;
        }
    }

    /** Tries what settled; again, as long as one set's activation may help another. */
    private void propose() {
        boolean retry = changed;
        changed = false;
        if (retry) {
            candidates.clear();
        }
        boolean progress = !pending.isEmpty();
        while (progress && !stopped) {
            progress = false;
            for (RuleSetFiles files : List.copyOf(pending.values())) {
                if (known(files)) {
                    pending.remove(files.set());
                } else if (retry || !waits(files)) {
                    progress |= propose(files);
                }
            }
            retry = progress;
        }
    }

    private boolean waits(RuleSetFiles files) {
        return Optional.ofNullable(list.waiting().get(files.set())).filter(row -> row.digest().equals(files.digest())).isPresent();
    }

    private boolean known(RuleSetFiles files) {
        String digest = files.digest();
        return list.of(files.set()).stream().anyMatch(version -> version.digest().equals(digest));
    }

    private boolean propose(RuleSetFiles files) {
        Checked checked = candidate(files.set(), files.digest()).orElseGet(() -> book.check().check(files));
        boolean waits = !checked.problems().isEmpty()
                && checked.problems().stream().anyMatch(FolderDoor::passes);
        if (waits) {
            list.waits(KeptVersion.candidate(checked, clock.now(), Optional.empty(), "", ""));
            LOG.info("The rule set {} waits: {}", files.set(), Problems.words(checked.problems().get(0)));
            return false;
        }
        candidates.put(files.set(), checked);
        try {
            desk.submit(new Request(SYSTEM, ActivateCandidate.NAME, Optional.empty(), Optional.empty(), -1,
                    new Values(Map.of("set", files.set(), "digest", checked.digest())), ""));
            pending.remove(files.set());
            candidates.remove(files.set());
            checked.problems().forEach(problem -> LOG.warn("Rule set {}: {}", files.set(), Problems.words(problem)));
            return checked.problems().isEmpty();
        } catch (Refused notNow) {
            LOG.info("The rule set {} is proposed again later: {}", files.set(), notNow.getMessage());
            return false;
        }
    }

    /** Another bundle or another set may solve it. */
    static boolean passes(Problem problem) {
        return PASSING.contains(Problems.key(problem));
    }

    private List<String> undecided() {
        List<String> names = new ArrayList<>();
        book.deciding().forEach((name, set) -> {
            if (set.linked().isEmpty()) {
                names.add(name);
            }
        });
        pending.keySet().stream().filter(name -> !book.deciding().containsKey(name)).forEach(names::add);
        return names;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Optional<Text> missing() {
        return ready ? Optional.empty() : Optional.of(waitsFor.isEmpty() ? Text.of("engine.loading") : Text.of("engine.undecided", waitsFor));
    }
}
