package dev.kontor.kernel.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Services that come and go, by name. When two claim a name the higher ranking wins, then the older. Thread-safe. */
public final class Registry<S> {

    private record Registered<S>(String name, S service, int ranking, long id, long bundle) {}

    private static final Comparator<Registered<?>> BEST_FIRST = Comparator.comparing(Registered<?>::name)
            .thenComparing(Comparator.comparingInt((Registered<?> each) -> each.ranking()).reversed())
            .thenComparing(Registered::id);

    private final List<Registered<S>> registered = new CopyOnWriteArrayList<>();

    public synchronized void add(String name, S service, Map<String, ?> properties) {
        registered.add(new Registered<>(
                name,
                service,
                properties.get("service.ranking") instanceof Integer ranking ? ranking : 0,
                properties.get("service.id") instanceof Long id ? id : registered.size(),
                properties.get("service.bundleid") instanceof Long bundle ? bundle : 0));
    }

    public synchronized void remove(S service) {
        registered.removeIf(each -> each.service() == service);
    }

    public Optional<S> find(String name) {
        return registered.stream()
                .filter(each -> each.name().equals(name))
                .min(BEST_FIRST)
                .map(Registered::service);
    }

    /** One for each name, by name. */
    public List<S> all() {
        return registered.stream().map(Registered::name).distinct().sorted().flatMap(name -> find(name).stream()).toList();
    }

    public Collection<String> names() {
        return registered.stream().map(Registered::name).distinct().sorted().toList();
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
