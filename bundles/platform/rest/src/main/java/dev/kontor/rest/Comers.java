package dev.kontor.rest;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.page.Page;
import dev.kontor.api.wall.Announced;
import dev.kontor.api.wall.Wall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * What anybody may register and REST serves, as it is to be called. It was asked what it says of itself when it came: no request
 * waits for that.
 */
@Component(service = Comers.class)
public final class Comers {

    private final Supplier<List<Page>> pages;
    private final Supplier<List<ReadyCheck>> checks;
    private final Runnable close;

    @Activate
    public Comers(BundleContext context, @Reference Wall wall) {
        Tracked<Page> coming = new Tracked<>(context, wall, Page.class);
        Tracked<ReadyCheck> checking = new Tracked<>(context, wall, ReadyCheck.class);
        pages = coming;
        checks = checking;
        close = () -> {
            coming.tracker.close();
            checking.tracker.close();
        };
    }

    /** Those that are here once and for all. */
    Comers(List<Page> pages, List<ReadyCheck> checks) {
        this.pages = () -> pages;
        this.checks = () -> checks;
        this.close = () -> {};
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** Those that can say where they stand; ours before a partner's. */
    List<Page> pages() {
        return pages.get();
    }

    List<ReadyCheck> checks() {
        return checks.get();
    }

    private static final class Tracked<S> implements Supplier<List<S>>, ServiceTrackerCustomizer<S, Announced<S>> {

        private final BundleContext context;
        private final Wall wall;
        private final Class<S> kind;
        private final ServiceTracker<S, Announced<S>> tracker;

        Tracked(BundleContext context, Wall wall, Class<S> kind) {
            this.context = context;
            this.wall = wall;
            this.kind = kind;
            tracker = new ServiceTracker<>(context, kind, this);
            tracker.open();
        }

        @Override
        public List<S> get() {
            Map<ServiceReference<S>, Announced<S>> known = tracker.getTracked();
            return known.keySet().stream()
                    .sorted(Comparator.reverseOrder())
                    .map(known::get)
                    .sorted(Comparator.comparing(Announced::isPartners))
                    .map(Announced::service)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public Announced<S> addingService(ServiceReference<S> reference) {
            return Announced.behind(wall, kind, new Announced.Registration<>(
                    Optional.ofNullable(reference.getBundle()).map(Bundle::getLocation),
                    () -> Optional.ofNullable(context.getService(reference)),
                    () -> context.ungetService(reference)));
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, Announced<S> known) {
            // its properties say nothing to us
        }

        @Override
        public void removedService(ServiceReference<S> reference, Announced<S> gone) {
            gone.release();
        }
    }
}
