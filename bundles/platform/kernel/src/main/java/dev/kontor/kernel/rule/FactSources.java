package dev.kontor.kernel.rule;

import dev.kontor.api.rule.FactSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sources of facts that run now. A type has one source: the first that came. */
@Component(service = FactSources.class)
public final class FactSources {

    private final List<Offered> offered = new CopyOnWriteArrayList<>();

    /** @param bundle that registered the source; 0 outside of a framework */
    public record Offered(Class<? extends Record> type, FactSource source, long bundle) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(FactSource source, Map<String, ?> properties) {
        long bundle = properties.get("service.bundleid") instanceof Long id ? id : 0;
        source.types().forEach(type -> offered.add(new Offered(type, source, bundle)));
    }

    public void unbind(FactSource source) {
        offered.removeIf(each -> each.source() == source);
    }

    public List<Offered> all() {
        return List.copyOf(offered);
    }

    public boolean offers(String type) {
        return offered.stream().anyMatch(each -> each.type().getName().equals(type));
    }

    Optional<Class<? extends Record>> type(String name) {
        return offered.stream()
                .filter(each -> each.type().getName().equals(name))
                .findFirst()
                .<Class<? extends Record>>map(Offered::type);
    }

    /** Those that offer one of these types, each once. */
    public List<FactSource> of(Set<String> types) {
        return offered.stream()
                .filter(each -> types.contains(each.type().getName()))
                .map(Offered::source)
                .distinct()
                .toList();
    }
}
