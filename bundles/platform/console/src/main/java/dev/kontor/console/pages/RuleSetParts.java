package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.wall.Wall;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a rule set. */
@Component(service = RuleSetParts.class)
public final class RuleSetParts {

    private final Bound<RuleSetPart> parts;
    private final Wall wall;

    @Activate
    public RuleSetParts(@Reference Wall wall) {
        this.wall = wall;
        this.parts = new Bound<>(wall, RuleSetPart.class);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(RuleSetPart part) {
        parts.add(part);
    }

    void unbind(RuleSetPart part) {
        parts.remove(part);
    }

    List<Block> show(String set, Person reader) {
        return parts.speaking()
                .filter(part -> mayOpen(part, reader))
                .flatMap(part -> wall.part(part, () -> part.show(set, reader), Words::missing).stream())
                .toList();
    }

    private static boolean mayOpen(RuleSetPart part, Person reader) {
        return part.roles().isEmpty() || reader.holdsAny(part.roles());
    }
}
