package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Refused;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services that come and go, by name. When two claim a name the higher ranking wins, then the older. Thread-safe.
 *
 * <p>A service of ours is taken when somebody first looks for one, not when it comes: who offers it may need the desk, and the
 * desk may just be starting. One of a partner is made when it comes, by who starts it and has a time limit for that: whoever
 * looks would wait for a component that does not come to an end.
 */
public final class Registry<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    /** How the location of a partner's bundle begins. */
    private static final String PARTNER = "kontor-partner:";

    /** @param service as it is to be called */
    private record Registered<S>(String name, S service, S itself, int ranking, long id, long bundle) {}

    /** Here, but not looked at yet. */
    private record Announced<S>(ServiceReference<S> reference, BundleContext context) {}

    private static final Comparator<Registered<?>> BEST_FIRST = Comparator.comparing(Registered<?>::name)
            .thenComparing(Comparator.comparingInt((Registered<?> each) -> each.ranking()).reversed())
            .thenComparing(Registered::id);

    private final Function<S, String> naming;
    private final UnaryOperator<S> guarding;
    private final List<Announced<S>> announced = new CopyOnWriteArrayList<>();
    private final List<Registered<S>> registered = new CopyOnWriteArrayList<>();

    /** @param guarding how a service is called: through the wall */
    public Registry(Function<S, String> naming, UnaryOperator<S> guarding) {
        this.naming = naming;
        this.guarding = guarding;
    }

    public void announce(ServiceReference<S> reference, BundleContext context) {
        if (isPartners(reference.getBundle())) {
            context.getService(reference); // given back by the framework when it goes
        }
        announced.add(new Announced<>(reference, context));
    }

    /** @param bundle none once the service has gone */
    private static boolean isPartners(Bundle bundle) {
        return bundle != null && bundle.getLocation().startsWith(PARTNER);
    }

    public synchronized void withdraw(ServiceReference<S> reference, BundleContext context) {
        announced.removeIf(each -> each.reference().equals(reference));
        long id = (Long) reference.getProperty("service.id");
        if (registered.removeIf(each -> each.id() == id)) {
            context.ungetService(reference);
        }
    }

    public synchronized void add(S service, Map<String, ?> properties) {
        S guarded = guarding.apply(service);
        registered.add(new Registered<>(
                naming.apply(guarded),
                guarded,
                service,
                properties.get("service.ranking") instanceof Integer ranking ? ranking : 0,
                properties.get("service.id") instanceof Long id ? id : registered.size(),
                properties.get("service.bundleid") instanceof Long bundle ? bundle : 0));
    }

    public synchronized void remove(S service) {
        registered.removeIf(each -> each.itself() == service);
    }

    private List<Registered<S>> current() {
        announced.forEach(this::take);
        return registered;
    }

    /** One that cannot be had now is tried again the next time. */
    private void take(Announced<S> each) {
        ServiceReference<S> reference = each.reference();
        S service = each.context().getService(reference);
        if (service == null || !announced.remove(each)) {
            return;
        }
        try {
            add(service, Map.of(
                    "service.id", reference.getProperty("service.id"),
                    "service.bundleid", reference.getProperty("service.bundleid"),
                    "service.ranking", reference.getProperty("service.ranking") instanceof Integer ranking ? ranking : 0));
        } catch (Refused notNow) {
            announced.add(each); // its bundle is left alone; when it is called again it may say its name
            each.context().ungetService(reference);
        } catch (RuntimeException e) {
            LOG.error("{} does not say what it is called and is passed over.", reference, e);
        }
    }

    public Optional<S> find(String name) {
        return current().stream()
                .filter(each -> each.name().equals(name))
                .min(BEST_FIRST)
                .map(Registered::service);
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
