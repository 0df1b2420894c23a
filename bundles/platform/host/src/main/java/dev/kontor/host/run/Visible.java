package dev.kontor.host.run;

import java.util.Arrays;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** What a partner's bundle sees of the others: what the api documents for departments, and itself. */
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

    private Visible() {}

    static boolean service(ServiceReference<?> reference, Bundle partner) {
        Bundle owner = reference.getBundle();
        if (owner == null || owner.equals(partner)) {
            return true; // one that has gone is no use to anybody
        }
        String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        return !Partners.has(owner) && Arrays.stream(types).anyMatch(SERVICES::contains);
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
