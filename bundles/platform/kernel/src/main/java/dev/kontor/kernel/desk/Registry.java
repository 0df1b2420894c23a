package dev.kontor.kernel.desk;

import dev.kontor.api.wall.Announced;
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
 */
public final class Registry<S> {

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
    private record Coming<S>(ServiceReference<S> reference, Announced<S> service, long came) {}

    private static final Comparator<Registered<?>> BEST_FIRST = Comparator.comparing(Registered<?>::name)
            .thenComparing(Comparator.comparingLong((Registered<?> each) -> each.ranking()).reversed())
            .thenComparing(Registered::id);

    private final Class<S> kind;
    private final Wall wall;
    private final Function<S, String> naming;
    private final List<Coming<S>> announced = new CopyOnWriteArrayList<>();
    private final List<Registered<S>> registered = new CopyOnWriteArrayList<>();

    /** @param naming by what it says once of itself */
    public Registry(Class<S> kind, Wall wall, Function<S, String> naming) {
        this.kind = kind;
        this.wall = wall;
        this.naming = naming;
    }

    public void announce(ServiceReference<S> reference, BundleContext context) {
        long came = System.nanoTime();
        Announced<S> fresh = Announced.behind(wall, kind, new Announced.Registration<>(
                Optional.ofNullable(reference.getBundle()).map(Bundle::getLocation),
                () -> Optional.ofNullable(context.getService(reference)),
                () -> context.ungetService(reference)));
        announced.add(new Coming<>(reference, fresh, came));
    }

    public synchronized void withdraw(ServiceReference<S> reference, BundleContext context) {
        announced.stream().filter(each -> each.reference().equals(reference)).map(Coming::service).forEach(Announced::release);
        announced.removeIf(each -> each.reference().equals(reference));
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
        announced.forEach(each -> each.service().service().ifPresent(service -> take(each, service)));
        return registered;
    }

    private synchronized void take(Coming<S> each, S service) {
        if (announced.remove(each)) {
            Map<String, Object> properties = FrameworkUtil.asMap(each.reference().getProperties());
            long ranking = each.service().isPartners() ? BEHIND_OURS : ranking(properties);
            add(service, service, ranking, properties, Optional.of(each.came()));
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
