package dev.kontor.host.run;

import dev.kontor.api.wall.Announced;
import dev.kontor.api.wall.Wall;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** What the services of one type call themselves, heard through the wall. What does not say its name has none. Thread-safe. */
final class Names<S> implements ServiceTrackerCustomizer<S, Announced<S>>, AutoCloseable {

    private final BundleContext context;
    private final Wall wall;
    private final Class<S> type;
    private final Function<S, String> naming;
    private final ServiceTracker<S, Announced<S>> tracker;

    Names(BundleContext context, Wall wall, Class<S> type, Function<S, String> naming) {
        this.context = context;
        this.wall = wall;
        this.type = type;
        this.naming = naming;
        tracker = new ServiceTracker<>(context, type, this);
        tracker.open();
    }

    /** A name and whose it is. */
    record Named(String name, Bundle owner) {}

    Stream<Named> all() {
        return tracker.getTracked().entrySet().stream().flatMap(each -> named(each.getKey(), each.getValue()).stream());
    }

    /** None of one that is going just now. */
    private Optional<Named> named(ServiceReference<S> reference, Announced<S> announced) {
        return Optional.ofNullable(reference.getBundle())
                .flatMap(owner -> announced.service().map(service -> new Named(naming.apply(service), owner)));
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public Announced<S> addingService(ServiceReference<S> reference) {
        return Announced.behind(wall, type, new Announced.Registration<>(
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
