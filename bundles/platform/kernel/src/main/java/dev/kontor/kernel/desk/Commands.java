package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Every command that is registered now. */
@Component(service = Commands.class)
public final class Commands {

    private final Registry<OrderCommand> onOrder = new Registry<>();
    private final Registry<CompanyCommand> onCompany = new Registry<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindOrder(OrderCommand command, Map<String, ?> properties) {
        onOrder.add(command.name(), command, properties);
    }

    public void unbindOrder(OrderCommand command) {
        onOrder.remove(command);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindCompany(CompanyCommand command, Map<String, ?> properties) {
        onCompany.add(command.name(), command, properties);
    }

    public void unbindCompany(CompanyCommand command) {
        onCompany.remove(command);
    }

    Optional<OrderCommand> onOrder(String name) {
        return onOrder.find(name);
    }

    Optional<CompanyCommand> onCompany(String name) {
        return onCompany.find(name);
    }

    List<OrderCommand> onOrder() {
        return onOrder.all();
    }

    List<CompanyCommand> onCompany() {
        return onCompany.all();
    }
}
