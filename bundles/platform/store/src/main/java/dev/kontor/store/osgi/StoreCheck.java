package dev.kontor.store.osgi;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Ready when there is a database and every unit of a bundle that is installed is open. */
@Component
public final class StoreCheck implements ReadyCheck {

    private final BundleContext context;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Units units;

    @Activate
    public StoreCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Optional<Text> missing() {
        Units known = units;
        if (known == null) {
            return Optional.of(Text.of("store.no-database"));
        }
        List<String> closed = Arrays.stream(context.getBundles())
                .filter(StoreCheck::shouldRun)
                .filter(bundle -> !known.isOpen(bundle))
                .map(bundle -> bundle.getHeaders().get(Units.HEADER))
                .toList();
        return closed.isEmpty() ? Optional.empty() : Optional.of(Text.of("store.closed", String.join(", ", closed)));
    }

    /** One that was stopped on purpose makes orders wait, not the platform. */
    private static boolean shouldRun(Bundle bundle) {
        boolean runs = (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
        return runs && bundle.getHeaders().get(Units.HEADER) != null;
    }
}
