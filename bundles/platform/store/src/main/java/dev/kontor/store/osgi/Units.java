package dev.kontor.store.osgi;

import dev.kontor.store.unit.Description;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import dev.kontor.store.unit.Unit;
import dev.kontor.store.Transactions;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the bundles with the header {@code Kontor-Unit}: migrates the unit's tables, opens it, and registers its
 * {@link EntityManager} with the property {@code osgi.unit.name} for as long as bundle and database are there.
 */
@Component(service = Units.class, immediate = true)
public final class Units implements BundleTrackerCustomizer<Units.Open> {

    /** A bundle's unit. Without a registration it could not be opened. */
    record Open(String name, Optional<Unit> unit, Optional<ServiceRegistration<EntityManager>> registration) {}

    static final String HEADER = "Kontor-Unit";

    private static final Logger LOG = LoggerFactory.getLogger(Units.class);

    private final BundleTracker<Open> tracker;
    private final DataSource pool;
    private final Dialect dialect;

    /** The transactions are a reference so that EclipseLink has their manager before a unit opens. */
    @Activate
    public Units(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=main)") DataSource pool,
            @Reference Transactions transactions)
            throws SQLException {
        this.pool = pool;
        this.dialect = Dialect.of(pool);
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    @Override
    public Open addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders().get(HEADER);
        return name == null ? null : open(name.strip(), bundle); // the tracker's "not of interest"
    }

    /** One at a time: bundles may start on several threads, and all units share one table of digests. */
    private synchronized Open open(String name, Bundle bundle) {
        long wall = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            boolean changed = new Migration(pool, dialect).run(name, scripts(bundle));
            Description description =
                    Description.read(bundle.getEntry("META-INF/persistence.xml"), name, bundle.getEntry("/"));
            Unit unit = new Unit(description, pool, bundle.adapt(BundleWiring.class).getClassLoader());
            var registration = bundle.getBundleContext()
                    .registerService(EntityManager.class, unit.manager(), new Hashtable<>(Map.of("osgi.unit.name", name)));
            LOG.info(
                    "Unit {} is {} on {}: {} ms, {} ms of CPU.",
                    name,
                    changed ? "migrated" : "unchanged",
                    dialect,
                    (System.nanoTime() - wall) / 1_000_000,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
            return new Open(name, Optional.of(unit), Optional.of(registration));
        } catch (Exception | LinkageError e) { // a wall: one bundle's broken unit must not stop the others
            LOG.error("The unit {} of {} cannot be opened.", name, bundle, e);
            return new Open(name, Optional.empty(), Optional.empty());
        }
    }

    private static SortedMap<String, String> scripts(Bundle bundle) throws IOException {
        SortedMap<String, String> scripts = new TreeMap<>();
        Enumeration<URL> found = bundle.findEntries("db/migration", "*.sql", false);
        while (found != null && found.hasMoreElements()) {
            URL script = found.nextElement();
            try (InputStream content = script.openStream()) {
                String path = script.getPath();
                scripts.put(
                        path.substring(path.lastIndexOf('/') + 1),
                        new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return scripts;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Open open) {
        // from starting to active: nothing to do
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Open open) {
        open.registration().ifPresent(registration -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("{} is gone, and its service with it.", bundle);
            }
        });
        open.unit().ifPresent(Unit::close);
    }

    /** Whether this bundle's unit is open. */
    boolean isOpen(Bundle bundle) {
        Open open = tracker.getObject(bundle);
        return open != null && open.registration().isPresent();
    }
}
