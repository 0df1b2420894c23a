package dev.kontor.kernel.machine;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machines;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.Sight;
import dev.kontor.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every machine, for who may see its order. */
@Component
public final class MachineList implements Machines {

    private static final int PART = 200;

    private final Transactions transactions;
    private final MachineRows machines;
    private final OrderRows orders;

    @Activate
    public MachineList(@Reference Transactions transactions, @Reference MachineRows machines, @Reference OrderRows orders) {
        this.transactions = transactions;
        this.machines = machines;
        this.orders = orders;
    }

    @Override
    public Optional<Machine> machine(SerialNumber serial, Person reader) {
        return transactions.read(() -> machines.machine(serial).filter(machine -> orders.seen(machine.order(), reader).isPresent()));
    }

    @Override
    public List<Machine> beginning(String serial, int limit, Person reader) {
        String from = serial.strip().toUpperCase(Locale.ROOT);
        return transactions.read(() -> seen(from, limit, reader));
    }

    /** Part after part: the rows of others are passed over. */
    private List<Machine> seen(String from, int limit, Person reader) {
        Sight sight = orders.sight(reader);
        List<Machine> seen = new ArrayList<>();
        String next = from;
        List<Machine> part;
        do {
            part = machines.from(next, from + '\uffff', PART);
            Map<OrderNumber, PersonId> representatives = machines.representatives(part);
            part.stream()
                    .filter(machine -> sight.covers(representatives.get(machine.order())))
                    .limit(limit - seen.size())
                    .forEach(seen::add);
            next = part.isEmpty() ? next : part.get(part.size() - 1).serial() + " ";
        } while (part.size() == PART && seen.size() < limit);
        return seen;
    }
}
