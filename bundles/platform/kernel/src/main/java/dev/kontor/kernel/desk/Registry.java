package dev.kontor.kernel.desk;

import dev.kontor.api.wall.Wall;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Services that come and go, by name. When two claim a name ours wins over a partner's, whenever and with whatever ranking that
 * was registered; of two of ours the higher ranking wins, then the older. Thread-safe.
 *
 * <p>A service of ours is taken when somebody first looks for one, not when it comes: who offers it may need the desk, and the
 * desk may just be starting. One of a partner is made and says its name when it comes, by who starts it and has a time limit
 * for that: whoever looks would wait for a component that does not come to an end.
 */
public final class Registry<S> {

    /** How the location of a partner's bundle begins. */
    private static final String PARTNER = "kontor-partner:";

    /** Lower than any ranking that there is. */
    private static final long BEHIND_OURS = Long.MIN_VALUE;

    /** What a bundle registers comes one after the other; so long its first service may be here and its last not. */
    private static final long SETTLING_NS = TimeUnit.SECONDS.toNanos(3);

    /**
     * @param service as it is to be called
     * @param came by the clock of the machine that only goes on; empty: it was here at first
     */
    private record Registered<S>(String name, S service, S itself, long ranking, long id, long bundle, Optional<Long> came) {}

    /** Here, but not looked at yet, or unable to say its name. */
    private final class Announced {

        private final ServiceReference<S> reference;
        private final BundleContext context;
        private final long came = System.nanoTime();
        private boolean tried;
        private Optional<S> itself = Optional.empty();
        private Optional<S> guarded = Optional.empty();

        Announced(ServiceReference<S> reference, BundleContext context) {
            this.reference = reference;
            this.context = context;
        }

        /** One that does not say its name now may the next time. */
        boolean speaks() {
            return guarded().filter(wall::speaks).isPresent();
        }

        /** A partner's that could not be made when it came is not tried again: whoever looks would wait for it. */
        private synchronized Optional<S> guarded() {
            if (guarded.isEmpty() && !(tried && isPartners(reference.getBundle()))) {
                tried = true;
                itself = Optional.ofNullable(context.getService(reference));
                guarded = itself.map(service -> wall.guard(kind, service));
            }
            return guarded;
        }

        synchronized void release() {
            if (itself.isPresent()) {
                context.ungetService(reference);
            }
        }
    }

    private static final Comparator<Registered<?>> BEST_FIRST = Comparator.comparing(Registered<?>::name)
            .thenComparing(Comparator.comparingLong((Registered<?> each) -> each.ranking()).reversed())
            .thenComparing(Registered::id);

    private final Class<S> kind;
    private final Wall wall;
    private final Function<S, String> naming;
    private final List<Announced> announced = new CopyOnWriteArrayList<>();
    private final List<Registered<S>> registered = new CopyOnWriteArrayList<>();

    /** @param naming by what it says once of itself */
    public Registry(Class<S> kind, Wall wall, Function<S, String> naming) {
        this.kind = kind;
        this.wall = wall;
        this.naming = naming;
    }

    public void announce(ServiceReference<S> reference, BundleContext context) {
        Announced fresh = new Announced(reference, context);
        if (isPartners(reference.getBundle())) {
            fresh.speaks();
        }
        announced.add(fresh);
    }

    /** @param bundle none once the service has gone */
    static boolean isPartners(Bundle bundle) {
        return bundle != null && bundle.getLocation().startsWith(PARTNER);
    }

    public synchronized void withdraw(ServiceReference<S> reference, BundleContext context) {
        announced.stream().filter(each -> each.reference.equals(reference)).forEach(Announced::release);
        announced.removeIf(each -> each.reference.equals(reference));
        long id = (Long) reference.getProperty("service.id");
        if (registered.removeIf(each -> each.id() == id)) {
            context.ungetService(reference);
        }
    }

    public void add(S service, Map<String, ?> properties) {
        add(service, wall.guard(kind, service), ranking(properties), properties, Optional.empty());
    }

    private static long ranking(Map<String, ?> properties) {
        return properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    }

    private void add(S service, S guarded, long ranking, Map<String, ?> properties, Optional<Long> came) {
        registered.add(new Registered<>(
                naming.apply(guarded),
                guarded,
                service,
                ranking,
                properties.get("service.id") instanceof Long id ? id : registered.size(),
                properties.get("service.bundleid") instanceof Long bundle ? bundle : 0,
                came));
    }

    public synchronized void remove(S service) {
        registered.removeIf(each -> each.itself() == service);
    }

    private List<Registered<S>> current() {
        announced.stream().filter(Announced::speaks).forEach(this::take);
        return registered;
    }

    private synchronized void take(Announced each) {
        if (announced.remove(each)) {
            Map<String, Object> properties = FrameworkUtil.asMap(each.reference.getProperties());
            long ranking = isPartners(each.reference.getBundle()) ? BEHIND_OURS : ranking(properties);
            add(each.itself.orElseThrow(), each.guarded.orElseThrow(), ranking, properties, Optional.of(each.came));
        }
    }

    public Optional<S> find(String name) {
        return registered(name).map(Registered::service);
    }

    private Optional<Registered<S>> registered(String name) {
        return current().stream().filter(each -> each.name().equals(name)).min(BEST_FIRST);
    }

    /** Whether it came just now, so that what else its bundle registers may still be on the way. */
    boolean settles(String name) {
        long now = System.nanoTime();
        return registered(name).flatMap(Registered::came).filter(came -> now - came < SETTLING_NS).isPresent();
    }

    /** One for each name, by name. */
    public List<S> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    public Collection<String> names() {
        return current().stream().map(Registered::name).distinct().sorted().toList();
    }

    /** The bundle that registered it; 0 outside of a framework. */
    public long bundle(S service) {
        return registered.stream()
                .filter(each -> each.service() == service)
                .findFirst()
                .map(Registered::bundle)
                .orElse(0L);
    }
}
