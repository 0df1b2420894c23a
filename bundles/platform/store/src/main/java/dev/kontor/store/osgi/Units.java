package dev.kontor.store.osgi;

import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Partner;
import dev.kontor.store.Statements;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.backup.BackupRefused;
import dev.kontor.store.backup.Restoration;
import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.jta.PooledStatements;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Enlistment;
import dev.kontor.store.unit.Unit;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
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
 * {@link EntityManager}, and {@link Statements} on its tables, with the property {@code osgi.unit.name} for as long as
 * bundle and database are there. A backup that waits to be restored comes before all that; a database that does not
 * answer is asked again.
 */
@Component(service = Units.class, immediate = true)
public final class Units implements BundleTrackerCustomizer<Units.Open> {

    /** A bundle's unit; without registrations, why it could not be opened. */
    record Open(String name, Optional<Unit> unit, List<ServiceRegistration<?>> registrations, Text trouble) {}

    static final String HEADER = "Kontor-Unit";
    static final String POOL = "(osgi.jndi.service.name=main)";

    private static final Logger LOG = LoggerFactory.getLogger(Units.class);
    private static final long ASK_AGAIN_MILLIS = 2_000;

    private final BundleContext context;
    private final Path data;
    private final DataSource pool;
    private final JtaTransactions transactions;
    private final Statements statements;
    private final BundleTracker<Open> tracker;
    /** Bundles whose unit was open once. */
    private final Set<Long> wereOpen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread beginning = new Thread(this::begin, "store-units");
    private volatile Optional<UnitOpening> opening = Optional.empty();
    private volatile Optional<Text> obstacle;

    /**
     * The transactions are a reference so that EclipseLink has their manager before a unit opens. The units are opened on a
     * thread of their own: whoever looks at this component while it is made would wait, and after five seconds go without.
     */
    @Activate
    public Units(
            BundleContext context,
            @Reference(target = POOL) DataSource pool,
            @Reference JtaTransactions transactions) {
        this.context = context;
        this.pool = pool;
        this.transactions = transactions;
        this.statements = new PooledStatements(pool);
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        this.data = Path.of(context.getProperty("data.dir"));
        this.obstacle = Optional.of(Text.of(Files.exists(data.resolve(Restoration.FILE)) ? "store.restoring-begins" : "store.opening"));
        beginning.setDaemon(true);
        beginning.start();
    }

    /** A unit that is being opened is opened first: what changes tables is not interrupted. */
    @Deactivate
    void stop() throws InterruptedException {
        stopped.countDown();
        beginning.join();
        tracker.close();
    }

    private void begin() {
        try {
            boolean done = begun();
            while (!done && !stopped.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                done = begun();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("No unit is opened.", e);
        }
    }

    /** Whether the question is settled: the units are followed, or a backup was refused. */
    private boolean begun() {
        try {
            Dialect dialect = Dialect.of(pool);
            if (!new Enlistment(pool, dialect, transactions).works()) {
                LOG.error("The data source main takes no part in transactions; its configuration must say xa = true.");
                obstacle = Optional.of(Text.of("store.no-transactions"));
                return true;
            }
            Path rules = Path.of(context.getProperty("rules.dir"));
            opening = Optional.of(new UnitOpening(pool, dialect, Restoration.waiting(data, rules, pool, dialect)));
            tracker.open();
            obstacle = Optional.empty();
            return true;
        } catch (BackupRefused e) {
            return refused(e.reason(), e);
        } catch (IOException e) {
            return refused(Text.plain(String.valueOf(e.getMessage())), e);
        } catch (SQLException | StoreFailed e) {
            obstacle = Optional.of(Text.of("store.no-database"));
            LOG.warn("The database does not answer; it is asked again in {} ms: {}", ASK_AGAIN_MILLIS, e.getMessage());
            return false;
        }
    }

    private boolean refused(Text reason, Exception why) {
        LOG.error("The backup {} is not restored, and nothing is opened. Take it away, or put the right one there.",
                Restoration.FILE, why);
        obstacle = Optional.of(Text.of("store.restore-failed", reason));
        return true;
    }

    @Override
    public Open addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders().get(HEADER);
        return name == null ? null : open(name.strip(), bundle); // the tracker's "not of interest"
    }

    /** One at a time: bundles may start on several threads, and all units share one table of digests. */
    private synchronized Open open(String name, Bundle bundle) {
        try {
            Unit unit = opening.orElseThrow().open(name, bundle);
            wereOpen.add(bundle.getBundleId());
            return new Open(name, Optional.of(unit), register(name, unit, bundle.getBundleContext()), Text.plain(""));
        } catch (Exception | LinkageError e) { // a wall: one bundle's broken unit must not stop the others
            LOG.error("The unit {} of {} cannot be opened: {}", name, bundle, e.getMessage(), e);
            return new Open(name, Optional.empty(), List.of(), UnitOpening.reason(name, e));
        }
    }

    private List<ServiceRegistration<?>> register(String name, Unit unit, BundleContext owner) {
        Hashtable<String, String> properties = new Hashtable<>(Map.of("osgi.unit.name", name));
        return List.of(
                owner.registerService(EntityManager.class, unit.manager(), properties),
                owner.registerService(Statements.class, statements, properties));
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Open open) {
        // from starting to active: nothing to do
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Open open) {
        open.registrations().forEach(registration -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("{} is gone, and its service with it.", bundle);
            }
        });
        open.unit().ifPresent(Unit::close);
    }

    /**
     * What keeps the store from serving. A bundle that was stopped on purpose or is brought anew, or a partner's, makes orders
     * wait, not the platform.
     */
    Optional<Text> missing() {
        if (obstacle.isPresent()) {
            return obstacle;
        }
        List<Bundle> closed = Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .filter(bundle -> !Partner.isAt(bundle.getLocation()))
                .filter(bundle -> bundle.getHeaders().get(HEADER) != null && !wereOpen.contains(bundle.getBundleId()))
                .filter(bundle -> trouble(bundle).isPresent())
                .toList();
        Optional<Text> restoring = opening.flatMap(UnitOpening::restoring);
        return restoring.isPresent() && closed.isEmpty() ? restoring : closed.stream().findFirst().flatMap(this::trouble);
    }

    private Optional<Text> trouble(Bundle bundle) {
        Open open = tracker.getObject(bundle);
        if (open == null) {
            return Optional.of(Text.of("store.closed", bundle.getHeaders().get(HEADER)));
        }
        return open.unit().isPresent() ? Optional.empty() : Optional.of(open.trouble());
    }
}
