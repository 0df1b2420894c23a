package dev.kontor.console;

import dev.kontor.api.wall.Announced;
import dev.kontor.api.wall.Wall;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** The services of one type that are registered now, highest ranking first. They come and go; callers keep none. */
public final class Tracked<S> implements Supplier<List<S>>, AutoCloseable {

    private final ServiceTracker<S, Announced<S>> tracker;

    private Tracked(BundleContext context, Class<S> type, Holding<S> holding) {
        tracker = new ServiceTracker<>(context, type, holding);
        tracker.open();
    }

    public static <S> Tracked<S> of(BundleContext context, Class<S> type) {
        return new Tracked<>(context, type, new Holding<>(reference -> Announced.plain(registration(reference, context)), () -> {}));
    }

    /**
     * Services that anybody may register, as they are to be called; those left out that do not say of themselves what they are.
     *
     * @param changed called after every coming and going
     */
    public static <S> Tracked<S> behind(Wall wall, BundleContext context, Class<S> type, Runnable changed) {
        return new Tracked<>(context, type, new Holding<>(reference -> Announced.behind(wall, type, registration(reference, context)), changed));
    }

    private static <S> Announced.Registration<S> registration(ServiceReference<S> reference, BundleContext context) {
        return new Announced.Registration<>(
                Optional.ofNullable(reference.getBundle()).map(Bundle::getLocation),
                () -> Optional.ofNullable(context.getService(reference)),
                () -> context.ungetService(reference));
    }

    @Override
    public List<S> get() {
        Map<ServiceReference<S>, Announced<S>> known = tracker.getTracked();
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

    private record Holding<S>(Function<ServiceReference<S>, Announced<S>> announced, Runnable changed)
            implements ServiceTrackerCustomizer<S, Announced<S>> {

        @Override
        public Announced<S> addingService(ServiceReference<S> reference) {
            Announced<S> fresh = announced.apply(reference);
            changed.run();
            return fresh;
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, Announced<S> known) {
            // its properties say nothing to us
        }

        @Override
        public void removedService(ServiceReference<S> reference, Announced<S> gone) {
            changed.run();
            gone.release();
        }
    }
}
