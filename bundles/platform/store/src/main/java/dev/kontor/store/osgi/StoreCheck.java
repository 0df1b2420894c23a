package dev.kontor.store.osgi;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import dev.kontor.store.backup.Restoration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Ready when there is a database and every unit of a bundle that runs is open. */
@Component
public final class StoreCheck implements ReadyCheck {

    private final BundleContext context;
    private final Path restore;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Units units;

    @Activate
    public StoreCheck(BundleContext context) {
        this.context = context;
        this.restore = Path.of(context.getProperty("data.dir")).resolve(Restoration.FILE);
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Optional<Text> missing() {
        Units known = units;
        if (known != null) {
            return known.missing();
        }
        return Optional.of(Text.of(!connected() ? "store.no-database" : Files.exists(restore) ? "store.restoring-begins" : "store.opening"));
    }

    /** Until the first units are open there is a database, but nobody who follows the units yet. */
    private boolean connected() {
        try {
            return !context.getServiceReferences(DataSource.class, Units.POOL).isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
