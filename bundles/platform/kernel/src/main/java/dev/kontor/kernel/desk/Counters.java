package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.wall.Partner;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the desk: to bundles of ours the counter itself, to a partner's one that looks whom it speaks for. */
@Component(service = {}, immediate = true)
public final class Counters implements ServiceFactory<Desk> {

    private final CommandDesk desk;
    private final Accounts accounts;
    private final ServiceRegistration<?> offered;

    @Activate
    public Counters(BundleContext context, @Reference CommandDesk desk, @Reference Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
        offered = context.registerService(Desk.class, this, null);
    }

    @Deactivate
    void close() {
        offered.unregister();
    }

    @Override
    public Desk getService(Bundle bundle, ServiceRegistration<Desk> registration) {
        return Partner.isAt(bundle.getLocation()) ? new PartnersDesk(desk, accounts) : desk;
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Desk> registration, Desk given) {
        // nothing is kept for it
    }
}
