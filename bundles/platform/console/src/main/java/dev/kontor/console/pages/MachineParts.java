package dev.kontor.console.pages;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a machine. */
@Component(service = MachineParts.class)
public final class MachineParts {

    private final List<MachinePart> parts = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(MachinePart part) {
        parts.add(part);
    }

    void unbind(MachinePart part) {
        parts.remove(part);
    }

    List<Block> show(Machine machine, Person reader) {
        return parts.stream()
                .filter(part -> part.roles().isEmpty() || reader.holdsAny(part.roles()))
                .sorted(Comparator.comparingInt(MachinePart::position))
                .flatMap(part -> part.show(machine, reader).stream())
                .toList();
    }
}
