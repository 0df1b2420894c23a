package dev.kontor.production.quality.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first part of a machine's file: what was ordered (一机一档, R-5.14). */
@Component
public final class AsOrderedPart implements MachinePart {

    private final Orders orders;

    @Activate
    public AsOrderedPart(@Reference Orders orders) {
        this.orders = orders;
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        return orders.order(machine.order(), machine.revision(), reader)
                .flatMap(of -> orders.order(machine.order(), reader).map(inForce -> AsOrdered.block(machine, of, inForce)))
                .stream()
                .toList();
    }
}
