package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The order's machines, each with the way to its file. */
@Component
public final class MachinesTab implements OrderTab {

    @Override
    public String id() {
        return "machines";
    }

    @Override
    public Text title() {
        return Words.of("machines");
    }

    @Override
    public int position() {
        return 60;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Machine> machines = file.machines();
        if (machines.isEmpty()) {
            return List.of();
        }
        return List.of(new Block.Table(
                title(),
                List.of(Words.column("serial"), Words.column("model"), Words.number("machine.line"), Words.column("stage")),
                machines.stream()
                        .map(machine -> List.of(
                                Words.link(machine.serial().value(), "machines/" + machine.serial()),
                                Cell.plain(machine.model()),
                                Cell.plain("" + machine.line()),
                                MachinesPage.stage(machine)))
                        .toList(),
                "",
                Text.plain("")));
    }
}
