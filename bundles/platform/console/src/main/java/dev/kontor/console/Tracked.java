package dev.kontor.console;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The services of one type that are registered now, highest ranking first. They come and go; callers keep none.
 *
 * <p>A service of ours is taken when it is asked for, not when it appears: what appears may be made from what is just being
 * made. One of a partner is taken when it appears, by who starts it and has a time limit for that: a component that does not
 * come to an end would keep whoever asks for a page.
 */
public final class Tracked<S> implements Supplier<List<S>>, AutoCloseable {

    /** How the location of a partner's bundle begins. */
    private static final String PARTNER = "kontor-partner:";

    private final ServiceTracker<S, Held<S>> tracker;

    private Tracked(BundleContext context, Class<S> type, UnaryOperator<S> called, Runnable changed) {
        tracker = new ServiceTracker<>(context, type, new Holding<>(context, called, changed));
    }

    public static <S> Tracked<S> of(BundleContext context, Class<S> type) {
        return of(context, type, UnaryOperator.identity(), () -> {});
    }

    /**
     * @param called how a service is to be called: through the wall, if anybody may register one
     * @param changed called after every coming and going
     */
    public static <S> Tracked<S> of(BundleContext context, Class<S> type, UnaryOperator<S> called, Runnable changed) {
        Tracked<S> tracked = new Tracked<>(context, type, called, changed);
        tracked.tracker.open();
        return tracked;
    }

    @Override
    public List<S> get() {
        Map<ServiceReference<S>, Held<S>> known = tracker.getTracked();
        return known.keySet().stream()
                .sorted(Collections.reverseOrder())
                .map(reference -> known.get(reference).service())
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<S> first() {
        return get().stream().findFirst();
    }

    @Override
    public void close() {
        tracker.close();
    }

    /** @param bundle none once the service has gone */
    private static boolean isPartners(Bundle bundle) {
        return bundle != null && bundle.getLocation().startsWith(PARTNER);
    }

    /** A service that is registered, taken at the first call unless it is a partner's. */
    private static final class Held<S> {

        private final BundleContext context;
        private final ServiceReference<S> reference;
        private final UnaryOperator<S> called;
        private Optional<S> service = Optional.empty();

        Held(BundleContext context, ServiceReference<S> reference, UnaryOperator<S> called) {
            this.context = context;
            this.reference = reference;
            this.called = called;
        }

        /** Empty when it has gone meanwhile, or cannot be made. */
        synchronized Optional<S> service() {
            if (service.isEmpty()) {
                service = Optional.ofNullable(context.getService(reference)).map(called);
            }
            return service;
        }

        synchronized void release() {
            if (service.isPresent()) {
                context.ungetService(reference);
                service = Optional.empty();
            }
        }
    }

    private record Holding<S>(BundleContext context, UnaryOperator<S> called, Runnable changed) implements ServiceTrackerCustomizer<S, Held<S>> {

        @Override
        public Held<S> addingService(ServiceReference<S> reference) {
            Held<S> held = new Held<>(context, reference, called);
            if (isPartners(reference.getBundle())) {
                held.service();
            }
            changed.run();
            return held;
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, Held<S> held) {
            // its properties say nothing to us
        }

        @Override
        public void removedService(ServiceReference<S> reference, Held<S> held) {
            changed.run();
            held.release();
        }
    }
}
