package dev.kontor.host.run;

import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Partner;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Partners' bundles as the framework has them now. One thread works here; any may ask what leaves. */
final class Lodging {

    private static final Logger LOG = LoggerFactory.getLogger(Lodging.class);
    private static final long START_S = 30;
    private static final long GRACE_S = 10;
    private static final long REFRESH_S = 30;

    private final BundleContext context;
    private final Probe probe;
    private final Patience patience = new Patience(START_S, GRACE_S);
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Set<String> stayed = ConcurrentHashMap.newKeySet();
    private final Set<String> blocked = new HashSet<>();

    /** Looks whether a bundle that has started is what it said. */
    interface Probe {
        void pass(Bundle bundle) throws Trouble;
    }

    Lodging(BundleContext context, Probe probe) {
        this.context = context;
        this.probe = probe;
    }

    /** What the framework kept of former runs is a cache, and goes. */
    void clear() {
        Partners.in(context).forEach(bundle -> remove(bundle.getSymbolicName()));
    }

    Set<String> names() {
        return Set.copyOf(digests.keySet());
    }

    boolean has(String name, String digest) {
        return digest.equals(digests.get(name));
    }

    /** Of a version that is not wanted any more; that nobody has looked yet makes no difference. */
    Leaving leaving(String digest) {
        if (digests.containsValue(digest)) { // asked first: one that stays is said to before it is here no more
            return Leaving.STOPS;
        }
        return stayed.contains(digest) ? Leaving.STAYS : Leaving.GONE;
    }

    boolean runs(String name) {
        return Partners.find(context, name).filter(bundle -> bundle.getState() == Bundle.ACTIVE).isPresent();
    }

    /** One that blocked is left alone until the next start of the platform. */
    boolean isBlocked(String name) {
        return blocked.contains(name);
    }

    /** Brings a version in without starting it; the one that was there has stopped then. */
    void put(String name, String digest, byte[] jar) throws Trouble {
        try {
            Optional<Bundle> there = Partners.find(context, name);
            if (there.isPresent()) {
                stop(there.get());
                there.get().update(new ByteArrayInputStream(jar));
            } else {
                Bundle bundle = context.installBundle(Partner.location(name), new ByteArrayInputStream(jar));
                // as late as the host: at a stop it goes before the platform does
                bundle.adapt(BundleStartLevel.class).setStartLevel(context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
            }
            digests.put(name, digest);
        } catch (BundleException refused) {
            throw new Trouble(Text.of("host.throws", name, String.valueOf(refused.getMessage())), refused);
        }
    }

    /** Wires anew what imported from the versions before. */
    void refresh(Collection<String> names) {
        List<Bundle> bundles = names.stream().flatMap(name -> Partners.find(context, name).stream()).toList();
        refreshed(bundles);
    }

    private void refreshed(List<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(REFRESH_S, TimeUnit.SECONDS)) {
                LOG.warn("{} are still being wired anew.", bundles);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it and looks whether it is what it said; one that is not is stopped again. */
    void start(String name) throws Trouble {
        Bundle bundle = Partners.find(context, name).orElseThrow(() -> new Trouble(Text.of("host.not-active", name)));
        try {
            patience.on(name, () -> bundle.start(Bundle.START_TRANSIENT));
            patience.on(name, () -> probe.pass(bundle));
        } catch (Patience.Blocked never) {
            blocked.add(name);
            throw new Trouble(Text.of("host.blocks", name, START_S), never);
        } catch (Trouble trouble) {
            stop(bundle);
            throw trouble;
        }
    }

    private void stop(Bundle bundle) throws Trouble {
        try {
            patience.on(bundle.getSymbolicName(), () -> bundle.stop(Bundle.STOP_TRANSIENT));
        } catch (Patience.Blocked never) {
            blocked.add(bundle.getSymbolicName());
            throw new Trouble(Text.of("host.blocks", bundle.getSymbolicName(), START_S), never);
        } catch (Trouble unwilling) {
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STOPPING) {
                throw unwilling;
            }
            LOG.warn("{} stopped, but not well.", bundle, unwilling);
        }
    }

    /** Its data is the store's and stays. */
    void remove(String name) {
        Partners.find(context, name).ifPresent(bundle -> {
            try {
                patience.on(name, bundle::uninstall);
            } catch (Trouble | Patience.Blocked unwilling) {
                LOG.warn("{} does not go willingly.", name, unwilling);
            }
            if (bundle.getState() == Bundle.UNINSTALLED) {
                digests.remove(name); // open pages are fetched again as soon as it is uninstalled
                refreshed(List.of(bundle));
            } else {
                blocked.add(name); // until the platform stops
                Optional.ofNullable(digests.get(name)).ifPresent(stayed::add);
            }
        });
        digests.remove(name);
    }
}
