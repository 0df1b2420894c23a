package dev.kontor.host.run;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.page.Page;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** Whether a bundle that has started is what was approved: what inspection cannot see in a jar it shows now. */
record Probation(BundleContext context, Bundle bundle) {

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
        taken(Department.class, department -> department.id().value());
        taken(OrderCommand.class, OrderCommand::name);
        taken(CompanyCommand.class, CompanyCommand::name);
        taken(Page.class, Page::path);
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

    private <S> void taken(Class<S> type, Function<S, String> name) throws Trouble {
        List<Named> all = new ArrayList<>();
        for (ServiceReference<S> reference : LivePlatform.all(context, type)) {
            LivePlatform.with(context, reference, service -> all.add(new Named(name.apply(service), reference.getBundle())));
        }
        for (Named own : all) {
            if (own.owner().equals(bundle) && all.stream().anyMatch(other -> !other.owner().equals(bundle) && other.name().equals(own.name()))) {
                throw new Trouble(Text.of("host.id-of-ours", own.name(), type.getSimpleName()));
            }
        }
    }

    private record Named(String name, Bundle owner) {}
}
