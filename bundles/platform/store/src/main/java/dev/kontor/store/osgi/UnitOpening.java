package dev.kontor.store.osgi;

import dev.kontor.api.text.Text;
import dev.kontor.store.backup.BackupRefused;
import dev.kontor.store.backup.Restoration;
import dev.kontor.store.unit.Description;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import dev.kontor.store.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a bundle's unit is opened: restored if a backup waits, migrated, then given to EclipseLink. */
record UnitOpening(DataSource pool, Dialect dialect, Optional<Restoration> restoration) {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOpening.class);

    Unit open(String name, Bundle bundle) throws IOException, SQLException {
        long wall = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SortedMap<String, String> scripts = scripts(bundle);
        if (restoration.isPresent()) {
            restoration.get().fill(name, scripts);
        }
        boolean changed = new Migration(pool, dialect).run(name, scripts);
        Description description = Description.read(bundle.getEntry("META-INF/persistence.xml"), name, bundle.getEntry("/"));
        Unit unit = new Unit(description, pool, bundle.adapt(BundleWiring.class).getClassLoader());
        LOG.info("Unit {} is {} on {}: {} ms, {} ms of CPU.", name, changed ? "migrated" : "unchanged", dialect,
                (System.nanoTime() - wall) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
        return unit;
    }

    /** What an operator is told when it failed. */
    static Text reason(String unit, Throwable failure) {
        if (failure instanceof BackupRefused refused) {
            return Text.of("store.restore-failed", refused.reason());
        }
        return Text.of(failure instanceof FlywayValidateException ? "store.scripts-changed" : "store.closed", unit);
    }

    /** Which units still wait for their rows. */
    Optional<Text> restoring() {
        Set<String> left = restoration.map(Restoration::left).orElse(Set.of());
        return left.isEmpty() ? Optional.empty() : Optional.of(Text.of("store.restoring", String.join(", ", left)));
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
}
