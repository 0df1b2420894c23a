package dev.kontor.host.run;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.page.Page;
import dev.kontor.api.wall.Wall;
import dev.kontor.host.inspect.Surroundings;
import dev.kontor.host.inspect.Surroundings.Exported;
import dev.kontor.host.inspect.Surroundings.Neighbour;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The platform that runs, as a bundle that comes finds it. */
@Component(service = LivePlatform.class)
public final class LivePlatform {

    private static final String PACKAGE = "osgi.wiring.package";
    private static final Pattern IMPORTED = Pattern.compile("\\(osgi\\.wiring\\.package=([\\w.]+)\\)");

    private final BundleContext context;
    private final Wall wall;
    private final Names<Department> departments;
    private final List<Names<?>> names;

    @Activate
    public LivePlatform(BundleContext context, @Reference Wall wall) {
        this.context = context;
        this.wall = wall;
        departments = new Names<>(context, wall, Department.class, department -> department.id().value());
        names = List.of(
                departments,
                new Names<>(context, wall, OrderCommand.class, OrderCommand::name),
                new Names<>(context, wall, CompanyCommand.class, CompanyCommand::name),
                new Names<>(context, wall, Page.class, Page::path));
    }

    @Deactivate
    void close() {
        names.forEach(Names::close);
    }

    public Surroundings surroundings() {
        List<Neighbour> neighbours = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .flatMap(bundle -> Optional.ofNullable(bundle.adapt(BundleRevision.class)).map(revision -> neighbour(bundle, revision)).stream())
                .toList();
        return new Surroundings(neighbours, taken(each -> true), Runtime.version().feature());
    }

    /** Ids of the departments that a bundle brings which runs; none when it does not. */
    public Set<String> departments(String bundle) {
        return departments.all()
                .filter(each -> bundle.equals(each.owner().getSymbolicName()))
                .map(Names.Named::name)
                .collect(Collectors.toSet());
    }

    /** @throws dev.kontor.api.desk.Refused while that is not known yet */
    boolean isQuarantined(String name) {
        return wall.isQuarantined(name);
    }

    /** What bundles but this one call theirs: ids, names, paths, each with the symbolic name of the bundle. */
    Map<String, String> takenBeside(Bundle bundle) {
        return taken(each -> !each.owner().equals(bundle));
    }

    private Map<String, String> taken(Predicate<Names.Named> which) {
        return names.stream()
                .flatMap(Names::all)
                .filter(which)
                .collect(Collectors.toMap(Names.Named::name, each -> each.owner().getSymbolicName(), (first, second) -> first));
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
}
