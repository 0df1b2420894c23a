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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
 * command was kept. What an administrator approved is tried; when it does not start, the version before goes on. What is in
 * quarantine stays as it is: running but not called, and after a restart not started.
 */
@Component(service = Hosting.class, immediate = true)
public final class Hosting {

    private static final Logger LOG = LoggerFactory.getLogger(Hosting.class);
    private static final long EVERY_MS = 1_000;

    private final Transactions transactions;
    private final BundleShelf shelf;
    private final Desk desk;
    private final Handover handover;
    private final LivePlatform platform;
    private final DeployFolder folder;
    private final Hiding hiding;
    private final Lodging lodging;
    private final Trials trials;
    private final Thread thread = new Thread(this::work, "kontor-host");
    private boolean gaveUp;
    private volatile boolean open = true;
    private volatile boolean looked;
    private volatile List<String> away = List.of();

    @Activate
    public Hosting(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference BundleShelf shelf,
            @Reference Desk desk,
            @Reference Handover handover,
            @Reference LivePlatform platform) {
        this.transactions = transactions;
        this.shelf = shelf;
        this.desk = desk;
        this.handover = handover;
        this.platform = platform;
        Path deploy = Path.of(Optional.ofNullable(context.getProperty("deploy.dir")).orElse("deploy"));
        this.folder = new DeployFolder(deploy, transactions, shelf, desk, handover, platform);
        this.hiding = new Hiding(context);
        this.lodging = new Lodging(context, bundle -> new Probation(context, platform, bundle).pass());
        Path data = Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data"), "host");
        this.trials = new Trials(lodging, new StartMark(data), this::content, this::settle);
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
        return trials.trouble(digest);
    }

    /** How much of a version that was removed is on this node still. */
    public Leaving leaving(String digest) {
        return lodging.leaving(digest);
    }

    /** Whether everything that should run was tried since the platform started. */
    boolean looked() {
        return looked;
    }

    /** Names of those that should run and do not. */
    List<String> away() {
        return away;
    }

    private void work() {
        lodging.clear();
        while (open) {
            try {
                folder.look();
                follow();
                looked |= !gaveUp;
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

    private void follow() {
        gaveUp = false;
        Map<String, KeptBundle> wanted = transactions.read(this::wanted);
        lodging.names().stream().filter(name -> !wanted.containsKey(name)).forEach(lodging::remove);
        trials.only(wanted.values());
        if (trials.run(wanted.values().stream().filter(each -> !isHeld(each)).toList())) {
            folder.lookAgain();
        }
        away = wanted.values().stream().filter(each -> trouble(each.digest()).isPresent()).map(KeptBundle::name).sorted().toList();
    }

    /** In quarantine, and not running: it is not started until it is released. A version that was just approved is tried all the same. */
    private boolean isHeld(KeptBundle bundle) {
        boolean quarantined = bundle.state() == State.INSTALLED && platform.isQuarantined(bundle.name());
        trials.quarantined(bundle, quarantined);
        return quarantined && !lodging.runs(bundle.name());
    }

    /** By name: what was approved last, or what runs. */
    private Map<String, KeptBundle> wanted() {
        Map<String, KeptBundle> wanted = new LinkedHashMap<>();
        shelf.wanted().forEach(each -> wanted.merge(each.name(), each, (one, other) -> one.state() == State.APPROVED ? one : other));
        return wanted;
    }

    private byte[] content(String digest) {
        return transactions.read(() -> shelf.content(digest));
    }

    private void settle(KeptBundle bundle, Optional<Text> trouble) {
        gaveUp |= trouble.isPresent();
        handover.tried(bundle.digest(), new Handover.Tried(bundle.state(), trouble));
        try {
            desk.submit(Handover.asks("bundles/settle", bundle.digest()));
        } catch (Refused settledByAnotherNode) {
            LOG.debug("{} was settled before.", bundle, settledByAnotherNode);
        }
    }
}
