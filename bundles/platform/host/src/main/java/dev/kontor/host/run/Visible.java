package dev.kontor.host.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** What a partner's bundle sees of the others: what the api documents for departments, and itself. And what the platform sees of it. */
final class Visible {

    /** Of the platform; what other departments register, and what only the platform's bundles ask each other, is not here. */
    private static final Set<String> SERVICES = Set.of(
            "dev.kontor.api.customer.Customers", "dev.kontor.api.customer.EquipmentModels", "dev.kontor.api.department.Roster",
            "dev.kontor.api.desk.Desk", "dev.kontor.api.document.Documents", "dev.kontor.api.event.Notifications",
            "dev.kontor.api.journal.Journals", "dev.kontor.api.machine.Machines", "dev.kontor.api.order.Orders",
            "dev.kontor.api.page.Lists", "dev.kontor.api.paper.Printer", "dev.kontor.api.people.Accounts",
            "dev.kontor.api.rule.Decisions", "dev.kontor.api.rule.Outlook", "dev.kontor.api.rule.RuleSets",
            "dev.kontor.api.rule.Violations", "dev.kontor.api.task.Recounts", "dev.kontor.api.task.Worklist",
            "dev.kontor.api.text.Texts", "dev.kontor.api.time.Calendars", "dev.kontor.api.time.Clock",
            "dev.kontor.api.time.WorkingCalendar",
            "org.osgi.service.log.LogService", "org.osgi.service.log.LoggerFactory");

    private static final String API = "dev.kontor.api";

    private static final String API_TYPES = "dev.kontor.api.";
    /** Properties by which a web server takes a service, whatever its type, past the console and its sign-in. */
    private static final List<String> PAST_THE_CONSOLE = List.of("osgi.http.whiteboard.", "osgi.jakartars.", "osgi.jaxrs.");

    private Visible() {}

    /** Of a partner's services the platform sees those of the api alone. */
    static boolean toPlatform(ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        return owner == null
                || !Partners.has(owner)
                || types(reference).stream().anyMatch(type -> type.startsWith(API_TYPES))
                        && stranger(reference, owner).isEmpty()
                        && pastTheConsole(reference).isEmpty();
    }

    /** A type that is neither of the api nor the owner's own. */
    static Optional<String> stranger(ServiceReference<?> reference, Bundle owner) {
        return types(reference).stream().filter(type -> !type.startsWith(API_TYPES) && !isOwn(type, owner)).findFirst();
    }

    private static boolean isOwn(String type, Bundle owner) {
        try {
            return owner.equals(FrameworkUtil.getBundle(owner.loadClass(type)));
        } catch (ClassNotFoundException | LinkageError | IllegalStateException notLoaded) {
            return false;
        }
    }

    static Optional<String> pastTheConsole(ServiceReference<?> reference) {
        return Arrays.stream(reference.getPropertyKeys()).filter(key -> PAST_THE_CONSOLE.stream().anyMatch(key::startsWith)).findFirst();
    }

    static List<String> types(ServiceReference<?> reference) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }

    static boolean service(ServiceReference<?> reference, Bundle partner) {
        Bundle owner = reference.getBundle();
        if (owner == null || owner.equals(partner)) {
            return true; // one that has gone is no use to anybody
        }
        return !Partners.has(owner) && types(reference).stream().anyMatch(SERVICES::contains);
    }

    /** Itself, the api, and what it is wired to: it could ask its own classes for those. */
    static boolean bundle(Bundle other, Bundle partner) {
        if (other.equals(partner) || API.equals(other.getSymbolicName())) {
            return true;
        }
        BundleWiring wiring = partner.adapt(BundleWiring.class);
        return other.getBundleId() != Constants.SYSTEM_BUNDLE_ID
                && wiring != null
                && wiring.getRequiredWires("osgi.wiring.package").stream()
                        .anyMatch(wire -> wire.getProvider().getBundle().equals(other));
    }
}
