package dev.kontor.aftersales.page;

import dev.kontor.aftersales.service.CaseTable;
import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.service.ServiceCase;
import dev.kontor.aftersales.warranty.Entitlement;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A machine's warranty and its service cases in the machine's file. */
@Component
public final class MachineService implements MachinePart {

    private static final int MOST = 50;

    private final Entitlement entitlement;
    private final Cases cases;
    private final CaseTable table;

    @Activate
    public MachineService(@Reference Entitlement entitlement, @Reference Cases cases, @Reference CaseTable table) {
        this.entitlement = entitlement;
        this.cases = cases;
        this.table = table;
    }

    @Override
    public int position() {
        return 70;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        List<Block> blocks = new ArrayList<>();
        if (machine.has(MilestoneName.LOGISTICS_DELIVERED)) {
            blocks.add(entitlement.today(machine, reader));
        }
        String serial = machine.serial().value();
        List<ServiceCase> all = cases.ofMachine(serial, MOST + 1);
        if (!all.isEmpty()) {
            String more = all.size() > MOST ? "aftersales/cases?state=all&serial=" + serial : "";
            blocks.add(table.of(all.subList(0, Math.min(MOST, all.size())), reader, more));
        }
        return blocks;
    }
}
