package dev.kontor.kernel.rule;

import dev.kontor.api.rule.FactSource;
import dev.kontor.kernel.desk.Registry;
import dev.kontor.kernel.wall.DepartmentWall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sources of facts that run now. */
@Component(service = FactSources.class)
public final class FactSources {

    private final Registry<FactSource> running;
    private final DepartmentWall wall;
    private final BundleContext context;

    @Activate
    public FactSources(BundleContext context, @Reference DepartmentWall wall) {
        this.context = context;
        this.wall = wall;
        this.running = new Registry<>(FactSource.class, wall, Object::toString);
    }

    @Reference(service = FactSource.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<FactSource> source) {
        running.announce(source, context);
    }

    void unbind(ServiceReference<FactSource> source) {
        running.withdraw(source, context);
    }

    /** One that is here already. */
    public void add(FactSource source) {
        running.add(source, Map.of());
    }

    public void remove(FactSource source) {
        running.remove(source);
    }

    /** @param bundle that registered the source; 0 outside of a framework */
    public record Offered(Class<? extends Record> type, long bundle) {}

    public List<Offered> all() {
        return called()
                .flatMap(source -> source.types().stream().map(type -> new Offered(type, running.bundle(source))))
                .toList();
    }

    /** Who is in quarantine offers nothing. */
    private Stream<FactSource> called() {
        return running.all().stream().filter(wall::admits);
    }

    public boolean offers(String type) {
        return type(type).isPresent();
    }

    Optional<Class<? extends Record>> type(String name) {
        return all().stream()
                .filter(each -> each.type().getName().equals(name))
                .findFirst()
                .<Class<? extends Record>>map(Offered::type);
    }

    /** Those that offer one of these types. */
    public List<FactSource> of(Set<String> types) {
        return called()
                .filter(source -> source.types().stream().anyMatch(type -> types.contains(type.getName())))
                .toList();
    }
}
