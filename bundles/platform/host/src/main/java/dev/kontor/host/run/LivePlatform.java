package dev.kontor.host.run;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.page.Page;
import dev.kontor.host.inspect.Surroundings;
import dev.kontor.host.inspect.Surroundings.Exported;
import dev.kontor.host.inspect.Surroundings.Neighbour;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform that runs, as a bundle that comes finds it. */
@Component(service = LivePlatform.class)
public final class LivePlatform {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlatform.class);
    private static final String PACKAGE = "osgi.wiring.package";
    private static final Pattern IMPORTED = Pattern.compile("\\(osgi\\.wiring\\.package=([\\w.]+)\\)");

    private final BundleContext context;

    @Activate
    public LivePlatform(BundleContext context) {
        this.context = context;
    }

    public Surroundings surroundings() {
        List<Neighbour> neighbours = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .flatMap(bundle -> Optional.ofNullable(bundle.adapt(BundleRevision.class)).map(revision -> neighbour(bundle, revision)).stream())
                .toList();
        Map<String, String> taken = new HashMap<>();
        named(Department.class, department -> department.id().value(), taken);
        named(OrderCommand.class, OrderCommand::name, taken);
        named(CompanyCommand.class, CompanyCommand::name, taken);
        named(Page.class, Page::path, taken);
        return new Surroundings(neighbours, taken, Runtime.version().feature());
    }

    private static Neighbour neighbour(Bundle bundle, BundleRevision revision) {
        List<Exported> exports = revision.getDeclaredCapabilities(PACKAGE).stream()
                .map(capability -> new Exported((String) capability.getAttributes().get(PACKAGE), (Version) capability.getAttributes().get("version")))
                .toList();
        Set<String> imports = revision.getDeclaredRequirements(PACKAGE).stream()
                .map(requirement -> IMPORTED.matcher(requirement.getDirectives().getOrDefault("filter", "")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        String unit = Optional.ofNullable(bundle.getHeaders("").get("Kontor-Unit")).orElse("").strip();
        return new Neighbour(bundle.getSymbolicName(), Partners.has(bundle), exports, imports, unit);
    }

    private <S> void named(Class<S> type, Function<S, String> name, Map<String, String> taken) {
        all(context, type).forEach(reference -> {
            try {
                with(context, reference, service -> taken.putIfAbsent(name.apply(service), reference.getBundle().getSymbolicName()));
            } catch (RuntimeException | LinkageError thrown) { // it may be a partner's code: one that has no name has none to lose
                LOG.warn("{} does not say its name.", reference, thrown);
            }
        });
    }

    static <S> List<ServiceReference<S>> all(BundleContext context, Class<S> type) {
        try {
            return List.copyOf(context.getServiceReferences(type, null));
        } catch (org.osgi.framework.InvalidSyntaxException noFilterNoSyntax) {
            throw new IllegalStateException(noFilterNoSyntax);
        }
    }

    /** One that goes meanwhile is passed over. */
    static <S> void with(BundleContext context, ServiceReference<S> reference, java.util.function.Consumer<S> use) {
        S service = context.getService(reference);
        if (service != null && reference.getBundle() != null) {
            use.accept(service);
            context.ungetService(reference);
        }
    }
}
