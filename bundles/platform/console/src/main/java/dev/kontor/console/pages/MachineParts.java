package dev.kontor.console.pages;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.wall.Wall;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a machine. */
@Component(service = MachineParts.class)
public final class MachineParts {

    private final Bound<MachinePart> parts;
    private final Wall wall;

    @Activate
    public MachineParts(@Reference Wall wall) {
        this.wall = wall;
        this.parts = new Bound<>(wall, MachinePart.class);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(MachinePart part) {
        parts.add(part);
    }

    void unbind(MachinePart part) {
        parts.remove(part);
    }

    List<Block> show(Machine machine, Person reader) {
        return parts.speaking()
                .filter(part -> mayOpen(part, reader))
                .sorted(Comparator.comparingInt(MachinePart::position))
                .flatMap(part -> wall.part(part, () -> part.show(machine, reader), Words::missing).stream())
                .toList();
    }

    private static boolean mayOpen(MachinePart part, Person reader) {
        return part.roles().isEmpty() || reader.holdsAny(part.roles());
    }
}
