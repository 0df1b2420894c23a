package dev.kontor.host.run;

import dev.kontor.api.wall.Wall;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * What the services of one type call themselves, heard through the wall: one of ours when somebody first wants to know, one of a
 * partner's when it comes, by who starts it and has a time limit for that. What does not say its name has none. Thread-safe.
 */
final class Names<S> implements ServiceTrackerCustomizer<S, Names<S>.Heard>, AutoCloseable {

    private final BundleContext context;
    private final Wall wall;
    private final Class<S> type;
    private final Function<S, String> naming;
    private final ServiceTracker<S, Heard> tracker;

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
        return tracker.getTracked().values().stream().flatMap(heard -> heard.named().stream());
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public Heard addingService(ServiceReference<S> reference) {
        Heard heard = new Heard(reference, Optional.ofNullable(reference.getBundle()));
        if (heard.isPartners()) {
            heard.named();
        }
        return heard;
    }

    @Override
    public void modifiedService(ServiceReference<S> reference, Heard heard) {
        // its properties say nothing to us
    }

    @Override
    public void removedService(ServiceReference<S> reference, Heard heard) {
        heard.release();
    }

    final class Heard {

        private final ServiceReference<S> reference;
        private final Optional<Bundle> owner;
        private boolean tried;
        private Optional<S> guarded = Optional.empty();

        private Heard(ServiceReference<S> reference, Optional<Bundle> owner) {
            this.reference = reference;
            this.owner = owner;
        }

        private boolean isPartners() {
            return owner.filter(Partners::has).isPresent();
        }

        private Optional<Named> named() {
            return owner.flatMap(bundle -> made().filter(wall::speaks).map(service -> new Named(naming.apply(service), bundle)));
        }

        /** A partner's that could not be made when it came is not tried again: whoever inspects would wait for it. */
        private synchronized Optional<S> made() {
            if (guarded.isEmpty() && !(tried && isPartners())) {
                tried = true;
                guarded = Optional.ofNullable(context.getService(reference)).map(service -> wall.guard(type, service));
            }
            return guarded;
        }

        private synchronized void release() {
            if (guarded.isPresent()) {
                context.ungetService(reference);
                guarded = Optional.empty();
            }
        }
    }
}
