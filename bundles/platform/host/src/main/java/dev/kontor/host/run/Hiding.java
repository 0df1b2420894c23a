package dev.kontor.host.run;

import dev.kontor.host.inspect.Shared;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps the platform's inside from partners, and partners' packages and whatever they register past the api from the platform.
 * It keeps from mistakes: code in the
 * same process that means harm finds ways around it.
 */
final class Hiding implements FindHook, EventListenerHook, ResolverHookFactory, ResolverHook, AutoCloseable {

    private static final String PACKAGE = "osgi.wiring.package";
    private static final Set<String> WIRED = Set.of(PACKAGE, "osgi.wiring.bundle", "osgi.wiring.host");

    private final List<ServiceRegistration<?>> hooks;

    Hiding(BundleContext context) {
        hooks = List.of(
                context.registerService(FindHook.class, this, null),
                context.registerService(EventListenerHook.class, this, null),
                context.registerService(org.osgi.framework.hooks.bundle.FindHook.class, Hiding::keepSeen, null),
                context.registerService(EventHook.class, Hiding::keepTold, null),
                context.registerService(ResolverHookFactory.class, this, null));
    }

    @Override
    public void close() {
        hooks.forEach(ServiceRegistration::unregister);
    }

    @Override
    public void find(BundleContext context, String name, String filter, boolean all, Collection<ServiceReference<?>> references) {
        Bundle asking = context.getBundle();
        references.removeIf(reference -> !seen(reference, asking));
    }

    private static boolean seen(ServiceReference<?> reference, Bundle asking) {
        return Partners.has(asking) ? Visible.service(reference, asking) : Visible.toPlatform(reference);
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        boolean goes = event.getType() == ServiceEvent.UNREGISTERING || event.getType() == ServiceEvent.MODIFIED_ENDMATCH;
        listeners.keySet().removeIf(context -> !(goes && !Partners.has(context.getBundle()))
                && !seen(event.getServiceReference(), context.getBundle()));
    }

    private static void keepSeen(BundleContext context, Collection<Bundle> bundles) {
        Bundle asking = context.getBundle();
        if (Partners.has(asking)) {
            bundles.removeIf(bundle -> !Visible.bundle(bundle, asking));
        }
    }

    private static void keepTold(BundleEvent event, Collection<BundleContext> contexts) {
        contexts.removeIf(context -> Partners.has(context.getBundle()) && !Visible.bundle(event.getBundle(), context.getBundle()));
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // whether a bundle may be there at all was decided before
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        // no bundle of a name of ours comes in
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        if (!WIRED.contains(requirement.getNamespace())) {
            return;
        }
        if (Partners.has(requirement.getRevision().getBundle())) {
            candidates.removeIf(candidate -> !Partners.has(candidate.getRevision().getBundle()) && !isShared(candidate));
        } else {
            candidates.removeIf(candidate -> Partners.has(candidate.getRevision().getBundle()));
        }
    }

    private static boolean isShared(BundleCapability candidate) {
        return candidate.getNamespace().equals(PACKAGE)
                && candidate.getAttributes().get(PACKAGE) instanceof String name
                && Shared.offers(name);
    }

    @Override
    public void end() {
        // nothing is kept from one resolution to the next
    }
}
