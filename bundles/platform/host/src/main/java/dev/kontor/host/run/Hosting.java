package dev.kontor.host.run;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import dev.kontor.store.Transactions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the framework at what the store says about partners' bundles, on every node: one thread looks, each second and when a
 * command was kept. What an administrator approved is tried; when it does not start, the version before goes on.
 */
@Component(service = Hosting.class, immediate = true)
public final class Hosting {

    private static final Logger LOG = LoggerFactory.getLogger(Hosting.class);
    private static final long EVERY_MS = 1_000;
    private static final long AGAIN_S = 30;

    private final BundleContext context;
    private final Transactions transactions;
    private final BundleShelf shelf;
    private final Desk desk;
    private final Handover handover;
    private final LivePlatform platform;
    private final DeployFolder folder;
    private final StartMark mark;
    private final Hiding hiding;
    private final Map<String, Text> troubles = new ConcurrentHashMap<>();
    private final Map<String, Long> triedAt = new HashMap<>();
    private final Thread thread = new Thread(this::work, "kontor-host");
    private volatile boolean open = true;

    @Activate
    public Hosting(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference BundleShelf shelf,
            @Reference Desk desk,
            @Reference Handover handover,
            @Reference LivePlatform platform) {
        this.context = context;
        this.transactions = transactions;
        this.shelf = shelf;
        this.desk = desk;
        this.handover = handover;
        this.platform = platform;
        Path deploy = Path.of(Optional.ofNullable(context.getProperty("deploy.dir")).orElse("deploy"));
        this.folder = new DeployFolder(deploy, transactions, shelf, desk, handover, platform);
        this.mark = new StartMark(Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data"), "host"));
        this.hiding = new Hiding(context);
        thread.setDaemon(true);
        thread.start();
    }

    /** Partners' bundles stay as they are until the framework stops them. */
    @Deactivate
    void close() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        hiding.close();
    }

    /** Why a version that should run does not, on this node. */
    public Optional<Text> trouble(String digest) {
        return Optional.ofNullable(troubles.get(digest));
    }

    private void work() {
        Lodging lodging = new Lodging(context, platform);
        while (open) {
            try {
                folder.look();
                follow(lodging);
                TimeUnit.MILLISECONDS.sleep(EVERY_MS);
            } catch (InterruptedException | CancellationException ending) {
                return;
            } catch (RuntimeException | Error away) { // the store is away, or a partner's jar was too much: it is looked again
                LOG.warn("Partners' bundles could not be looked after.", away);
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(EVERY_MS);
        } catch (InterruptedException ending) {
            open = false;
        }
    }

    private void follow(Lodging lodging) {
        Map<String, KeptBundle> wanted = transactions.read(this::wanted);
        lodging.names().stream().filter(name -> !wanted.containsKey(name)).forEach(name -> remove(lodging, name));
        wanted.values().stream()
                .filter(each -> lodging.isBlocked(each.name()))
                .forEach(each -> troubles.putIfAbsent(each.digest(), Text.of("host.blocked", each.name())));
        Set<String> changed = new LinkedHashSet<>();
        wanted.values().stream()
                .filter(each -> !lodging.has(each.name(), each.digest()) && due(lodging, each))
                .forEach(each -> {
                    if (put(lodging, each)) {
                        changed.add(each.name());
                    }
                });
        if (!changed.isEmpty()) {
            lodging.refresh(changed);
        }
        wanted.values().stream()
                .filter(each -> lodging.has(each.name(), each.digest()))
                .filter(each -> changed.contains(each.name()) || unsettled(lodging, each) && due(lodging, each))
                .forEach(each -> start(lodging, each));
    }

    /** What was removed and approved again before anybody looked runs still, and is yet to be said to run. */
    private static boolean unsettled(Lodging lodging, KeptBundle bundle) {
        return bundle.state() == State.APPROVED || !lodging.runs(bundle.name());
    }

    /** By name: what was approved last, or what runs. */
    private Map<String, KeptBundle> wanted() {
        Map<String, KeptBundle> wanted = new LinkedHashMap<>();
        shelf.wanted().forEach(each -> wanted.merge(each.name(), each, (one, other) -> one.state() == State.APPROVED ? one : other));
        return wanted;
    }

    private boolean due(Lodging lodging, KeptBundle bundle) {
        long now = System.nanoTime();
        Long before = triedAt.get(bundle.digest());
        return !lodging.isBlocked(bundle.name()) && (before == null || now - before > TimeUnit.SECONDS.toNanos(AGAIN_S));
    }

    /** Whoever removed it is told that its code still runs: while it stops, and until the next start where it does not. */
    private void remove(Lodging lodging, String name) {
        String digest = lodging.digest(name);
        troubles.put(digest, Text.of("host.goes", name));
        lodging.remove(name);
        if (lodging.isBlocked(name)) {
            troubles.put(digest, Text.of("host.stays", name));
        } else {
            troubles.remove(digest);
        }
    }

    private boolean put(Lodging lodging, KeptBundle bundle) {
        if (bundle.state() == State.APPROVED && mark.wasStarting(bundle.digest())) {
            failed(bundle, new Trouble(Text.of("host.ended-the-platform", bundle.name())));
            mark.settled();
            return false;
        }
        try {
            lodging.put(bundle.name(), bundle.digest(), transactions.read(() -> shelf.content(bundle.digest())));
            return true;
        } catch (Trouble trouble) {
            failed(bundle, trouble);
            return false;
        }
    }

    private void start(Lodging lodging, KeptBundle bundle) {
        try {
            if (bundle.state() == State.APPROVED) {
                mark.during(bundle.digest(), () -> lodging.start(bundle.name()));
            } else {
                lodging.start(bundle.name());
            }
            troubles.remove(bundle.digest());
            triedAt.remove(bundle.digest());
            folder.lookAgain();
            LOG.info("{} {} runs.", bundle.name(), bundle.version());
            if (bundle.state() == State.APPROVED) {
                settle(bundle, Optional.empty());
            }
        } catch (Trouble trouble) {
            failed(bundle, trouble);
        }
    }

    /** One that was tried for the first time is given up; one that ran before is tried again now and then. */
    private void failed(KeptBundle bundle, Trouble trouble) {
        LOG.warn("{} {} does not start.", bundle.name(), bundle.version(), trouble);
        troubles.put(bundle.digest(), trouble.words());
        triedAt.put(bundle.digest(), System.nanoTime());
        if (bundle.state() == State.APPROVED) {
            settle(bundle, Optional.of(trouble.words()));
        }
    }

    private void settle(KeptBundle bundle, Optional<Text> trouble) {
        handover.tried(bundle.digest(), trouble);
        try {
            desk.submit(Handover.asks("bundles/settle", bundle.digest()));
        } catch (Refused settledByAnotherNode) {
            LOG.debug("{} was settled before.", bundle, settledByAnotherNode);
        }
    }
}
