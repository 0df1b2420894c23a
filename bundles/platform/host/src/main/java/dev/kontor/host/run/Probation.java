package dev.kontor.host.run;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.page.Page;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Roots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** Whether a bundle that has started is what was approved: what inspection cannot see in a jar it shows now. */
record Probation(BundleContext context, LivePlatform platform, Bundle bundle) {

    private static final Set<String> UNIT = Set.of("jakarta.persistence.EntityManager", "dev.kontor.store.Statements");

    void pass() throws Trouble {
        if (bundle.adapt(BundleWiring.class) == null || (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
            throw new Trouble(Text.of("host.not-active", bundle.getSymbolicName()));
        }
        List<ServiceReference<?>> services = Stream.of(Optional.ofNullable(bundle.getRegisteredServices()).orElse(new ServiceReference<?>[0]))
                .<ServiceReference<?>>map(reference -> reference)
                .toList();
        String unit = bundle.getHeaders("").get("Kontor-Unit");
        if (unit != null && services.stream().noneMatch(each -> unit.strip().equals(each.getProperty("osgi.unit.name")))) {
            throw new Trouble(Text.of("host.unit-not-open", unit));
        }
        for (ServiceReference<?> each : services) {
            ranked(each);
            if (!isOfUnit(each, unit)) {
                kind(each);
            }
        }
        milestones(context, services);
        names(services);
    }

    private static void ranked(ServiceReference<?> reference) throws Trouble {
        List<String> types = Visible.types(reference);
        boolean ours = types.stream().anyMatch(type -> type.startsWith("dev.kontor.api."));
        if (ours && reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking && ranking > 0) {
            throw new Trouble(Text.of("host.ranking", types.get(0), ranking));
        }
    }

    /** The store registers what opens a unit in the name of the bundle. */
    private static boolean isOfUnit(ServiceReference<?> reference, String unit) {
        return unit != null && unit.strip().equals(reference.getProperty("osgi.unit.name")) && UNIT.containsAll(Visible.types(reference));
    }

    private void kind(ServiceReference<?> reference) throws Trouble {
        Optional<String> stranger = Visible.stranger(reference, bundle);
        if (stranger.isPresent()) {
            throw new Trouble(Text.of("host.service-kind", bundle.getSymbolicName(), stranger.get()));
        }
        Optional<String> past = Visible.pastTheConsole(reference);
        if (past.isPresent()) {
            throw new Trouble(Text.of("host.past-the-console", Visible.types(reference).get(0), past.get()));
        }
    }

    /** What "delivered" means for an order is not for another department to say. */
    static void milestones(BundleContext context, List<ServiceReference<?>> services) throws Trouble {
        Map<String, String> foreign = new TreeMap<>();
        said(context, services, Department.class, department -> {
            String id = department.id().value();
            department.reaches().stream().filter(each -> !each.department().equals(id)).forEach(each -> foreign.put(each.value(), id));
            return id;
        });
        Optional<Map.Entry<String, String>> first = foreign.entrySet().stream().findFirst();
        if (first.isPresent()) {
            throw new Trouble(Text.of("host.milestone-of-another", first.get().getKey(), first.get().getValue()));
        }
    }

    /** As inspection asks it of constants, here of what the bundle's own services say. */
    private void names(List<ServiceReference<?>> services) throws Trouble {
        Map<String, String> taken = platform.takenBeside(bundle);
        Set<String> departments = said(context, services, Department.class, department -> department.id().value());
        Set<String> paths = said(context, services, OrderCommand.class, OrderCommand::name);
        paths.addAll(said(context, services, CompanyCommand.class, CompanyCommand::name));
        paths.addAll(said(context, services, Page.class, Page::path));
        Optional<String> twice = Stream.concat(departments.stream(), paths.stream()).filter(taken::containsKey).findFirst();
        if (twice.isPresent()) {
            throw new Trouble(Text.of("host.id-of-ours", twice.get(), taken.get(twice.get())));
        }
        Optional<String> reserved = departments.stream().filter(DepartmentId::isReserved).findFirst();
        if (reserved.isPresent()) {
            throw new Trouble(Text.of("host.id-reserved", reserved.get()));
        }
        Set<String> roots = Roots.of(departments, bundle.getSymbolicName(), taken);
        Optional<String> outside = paths.stream().filter(path -> !Roots.cover(roots, path)).findFirst();
        if (outside.isPresent()) {
            throw new Trouble(Text.of("host.path-of-others", outside.get(), String.join(", ", roots)));
        }
    }

    private static <S> Set<String> said(BundleContext context, List<ServiceReference<?>> services, Class<S> type, Function<S, String> name) {
        Set<String> said = new TreeSet<>();
        for (ServiceReference<?> reference : services) {
            if (Visible.types(reference).contains(type.getName())) {
                try {
                    Optional.ofNullable(context.getService(reference)).map(type::cast).map(name).ifPresent(said::add);
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return said;
    }
}
