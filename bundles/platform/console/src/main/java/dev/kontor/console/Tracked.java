package dev.kontor.console;

import dev.kontor.api.wall.Wall;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
 * made. One of a partner is taken when it appears, and asked then what it says of itself, by who starts it and has a time limit
 * for that: a component that does not come to an end would keep whoever asks for a page.
 */
public final class Tracked<S> implements Supplier<List<S>>, AutoCloseable {

    /** How the location of a partner's bundle begins. */
    private static final String PARTNER = "kontor-partner:";

    private final ServiceTracker<S, Held<S>> tracker;

    private Tracked(BundleContext context, Class<S> type, Holding<S> holding) {
        tracker = new ServiceTracker<>(context, type, holding);
        tracker.open();
    }

    public static <S> Tracked<S> of(BundleContext context, Class<S> type) {
        return new Tracked<>(context, type, new Holding<>(context, UnaryOperator.identity(), each -> true, () -> {}));
    }

    /**
     * Services that anybody may register, as they are to be called; those left out that do not say of themselves what they are.
     *
     * @param changed called after every coming and going
     */
    public static <S> Tracked<S> behind(Wall wall, BundleContext context, Class<S> type, Runnable changed) {
        return new Tracked<>(context, type, new Holding<>(context, each -> wall.guard(type, each), wall::speaks, changed));
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

        private final ServiceReference<S> reference;
        private final Holding<S> holding;
        private boolean tried;
        private Optional<S> service = Optional.empty();

        Held(ServiceReference<S> reference, Holding<S> holding) {
            this.reference = reference;
            this.holding = holding;
        }

        /** Empty when it has gone meanwhile, cannot be made, or does not say what it is. */
        Optional<S> service() {
            return made().filter(holding.speaks());
        }

        /** A partner's that could not be made when it appeared is not tried again: whoever asks for a page would wait for it. */
        private synchronized Optional<S> made() {
            if (service.isEmpty() && !(tried && isPartners(reference.getBundle()))) {
                tried = true;
                service = Optional.ofNullable(holding.context().getService(reference)).map(holding.called());
            }
            return service;
        }

        synchronized void release() {
            if (service.isPresent()) {
                holding.context().ungetService(reference);
                service = Optional.empty();
            }
        }
    }

    private record Holding<S>(BundleContext context, UnaryOperator<S> called, Predicate<S> speaks, Runnable changed)
            implements ServiceTrackerCustomizer<S, Held<S>> {

        @Override
        public Held<S> addingService(ServiceReference<S> reference) {
            Held<S> held = new Held<>(reference, this);
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
