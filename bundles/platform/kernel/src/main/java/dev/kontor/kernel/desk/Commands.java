package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Every command that is registered now. */
@Component(service = Commands.class)
public final class Commands {

    private final Registry<OrderCommand> onOrder;
    private final Registry<CompanyCommand> onCompany;
    private final BundleContext context;

    @Activate
    public Commands(BundleContext context, @Reference Wall wall) {
        this.context = context;
        this.onOrder = new Registry<>(OrderCommand.class, wall, OrderCommand::name);
        this.onCompany = new Registry<>(CompanyCommand.class, wall, CompanyCommand::name);
    }

    @Reference(service = OrderCommand.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindOrder(ServiceReference<OrderCommand> command) {
        onOrder.announce(command, context);
    }

    void unbindOrder(ServiceReference<OrderCommand> command) {
        onOrder.withdraw(command, context);
    }

    @Reference(service = CompanyCommand.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCompany(ServiceReference<CompanyCommand> command) {
        onCompany.announce(command, context);
    }

    void unbindCompany(ServiceReference<CompanyCommand> command) {
        onCompany.withdraw(command, context);
    }

    Registry<OrderCommand> orderCommands() {
        return onOrder;
    }

    Registry<CompanyCommand> companyCommands() {
        return onCompany;
    }

    Optional<OrderCommand> onOrder(String name) {
        return onOrder.find(name);
    }

    Optional<CompanyCommand> onCompany(String name) {
        return onCompany.find(name);
    }

    /** Who offers it, guarded. */
    Optional<Object> offering(String name) {
        return onOrder(name).<Object>map(found -> found).or(() -> onCompany(name));
    }

    List<OrderCommand> onOrder() {
        return onOrder.all();
    }

    List<CompanyCommand> onCompany() {
        return onCompany.all();
    }
}
