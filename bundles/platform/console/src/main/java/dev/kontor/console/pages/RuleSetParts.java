package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a rule set. */
@Component(service = RuleSetParts.class)
public final class RuleSetParts {

    private final List<RuleSetPart> parts = new CopyOnWriteArrayList<>();
    private final Wall wall;

    @Activate
    public RuleSetParts(@Reference Wall wall) {
        this.wall = wall;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(RuleSetPart part) {
        parts.add(wall.guard(RuleSetPart.class, part));
    }

    void unbind(RuleSetPart part) {
        parts.remove(wall.guard(RuleSetPart.class, part));
    }

    List<Block> show(String set, Person reader) {
        return parts.stream()
                .filter(part -> mayOpen(part, reader))
                .flatMap(part -> wall.part(part, () -> part.show(set, reader), Words::missing).stream())
                .toList();
    }

    private boolean mayOpen(RuleSetPart part, Person reader) {
        return wall.speaks(part) && (part.roles().isEmpty() || reader.holdsAny(part.roles()));
    }
}
