package dev.kontor.console;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The services of one type that are registered now, highest ranking first. They come and go; callers keep none. */
public final class Tracked<S> implements Supplier<List<S>>, AutoCloseable {

    private final ServiceTracker<S, S> tracker;

    private Tracked(ServiceTracker<S, S> tracker) {
        this.tracker = tracker;
    }

    public static <S> Tracked<S> of(BundleContext context, Class<S> type) {
        return of(context, type, () -> {});
    }

    /** @param changed called after every coming and going */
    public static <S> Tracked<S> of(BundleContext context, Class<S> type, Runnable changed) {
        Tracked<S> tracked = new Tracked<>(new Announcing<>(context, type, changed));
        tracked.tracker.open();
        return tracked;
    }

    @Override
    public List<S> get() {
        Map<ServiceReference<S>, S> sorted = tracker.getTracked();
        return sorted.keySet().stream().sorted(Collections.reverseOrder()).map(sorted::get).toList();
    }

    public Optional<S> first() {
        return get().stream().findFirst();
    }

    @Override
    public void close() {
        tracker.close();
    }

    private static final class Announcing<S> extends ServiceTracker<S, S> {

        private final Runnable changed;

        Announcing(BundleContext context, Class<S> type, Runnable changed) {
            super(context, type, null);
            this.changed = changed;
        }

        @Override
        public S addingService(ServiceReference<S> reference) {
            S service = super.addingService(reference);
            changed.run();
            return service;
        }

        @Override
        public void removedService(ServiceReference<S> reference, S service) {
            super.removedService(reference, service);
            changed.run();
        }
    }
}
