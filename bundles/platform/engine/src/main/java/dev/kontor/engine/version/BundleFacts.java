package dev.kontor.engine.version;

import dev.kontor.api.order.Order;
import dev.kontor.engine.compile.FactTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Fact types of the bundles that run: every exported package {@code *.facts}; the first bundle that offers one has it. */
public final class BundleFacts implements FactTypes, FactWatch {

    private final BundleTracker<Bundle> tracker;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, ClassLoader> offered = Map.of();

    public BundleFacts(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, new BundleTrackerCustomizer<>() {
            @Override
            public Bundle addingBundle(Bundle bundle, BundleEvent event) {
                return came(bundle) ? bundle : null;
            }

            @Override
            public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {}

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
                went(bundle);
            }
        });
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public Optional<ClassLoader> loader(String packageName) {
        return FactTypes.isApi(packageName)
                ? Optional.of(Order.class.getClassLoader())
                : Optional.ofNullable(offered.get(packageName));
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Something else that candidates wait for came or went. */
    void changed() {
        listeners.forEach(Runnable::run);
    }

    private boolean came(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == Order.class.getClassLoader()) {
            return false;
        }
        List<String> packages = packages(wiring);
        if (packages.isEmpty()) {
            return false;
        }
        synchronized (this) {
            Map<String, ClassLoader> now = new TreeMap<>(offered);
            packages.forEach(name -> now.putIfAbsent(name, wiring.getClassLoader()));
            offered = Map.copyOf(now);
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    private static List<String> packages(BundleWiring wiring) {
        return wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(BundleCapability::getAttributes)
                .map(attributes -> String.valueOf(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .filter(FactTypes::isFacts)
                .toList();
    }

    private void went(Bundle gone) {
        synchronized (this) {
            Map<String, ClassLoader> now = new TreeMap<>();
            for (Bundle bundle : tracker.getBundles() == null ? new Bundle[0] : tracker.getBundles()) {
                BundleWiring wiring = bundle.adapt(BundleWiring.class);
                if (bundle != gone && wiring != null) {
                    packages(wiring).forEach(name -> now.putIfAbsent(name, wiring.getClassLoader()));
                }
            }
            offered = Map.copyOf(now);
        }
        listeners.forEach(Runnable::run);
    }
}
