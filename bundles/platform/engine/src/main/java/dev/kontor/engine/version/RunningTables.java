package dev.kontor.engine.version;

import dev.kontor.api.rule.RuleTables;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Who reads decision tables now. Asked while the engine is put together, before a component's references are there. */
final class RunningTables implements Supplier<Optional<RuleTables>> {

    private final ServiceTracker<RuleTables, RuleTables> tracker;
    private volatile Optional<RuleTables> running = Optional.empty();

    /** @param changed told when a reader came; what one has read stays when it goes */
    RunningTables(BundleContext context, Runnable changed) {
        tracker = new ServiceTracker<>(context, RuleTables.class, null) {
            @Override
            public RuleTables addingService(ServiceReference<RuleTables> reference) {
                RuleTables came = super.addingService(reference);
                running = Optional.of(came);
                changed.run();
                return came;
            }

            @Override
            public void removedService(ServiceReference<RuleTables> reference, RuleTables gone) {
                running = Optional.ofNullable(getService());
                super.removedService(reference, gone);
            }
        };
        tracker.open();
    }

    @Override
    public Optional<RuleTables> get() {
        return running;
    }

    void close() {
        tracker.close();
    }
}
