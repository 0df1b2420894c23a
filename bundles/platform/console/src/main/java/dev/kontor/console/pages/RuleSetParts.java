package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a rule set. */
@Component(service = RuleSetParts.class)
public final class RuleSetParts {

    private final List<RuleSetPart> parts = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(RuleSetPart part) {
        parts.add(part);
    }

    void unbind(RuleSetPart part) {
        parts.remove(part);
    }

    List<Block> show(String set, Person reader) {
        return parts.stream()
                .filter(part -> part.roles().isEmpty() || reader.holdsAny(part.roles()))
                .flatMap(part -> part.show(set, reader).stream())
                .toList();
    }
}
