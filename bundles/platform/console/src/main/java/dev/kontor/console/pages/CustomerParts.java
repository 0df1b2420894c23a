package dev.kontor.console.pages;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.wall.Wall;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a customer. */
@Component(service = CustomerParts.class)
public final class CustomerParts {

    private final Bound<CustomerPart> parts;
    private final Wall wall;

    @Activate
    public CustomerParts(@Reference Wall wall) {
        this.wall = wall;
        this.parts = new Bound<>(wall, CustomerPart.class);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(CustomerPart part) {
        parts.add(part);
    }

    void unbind(CustomerPart part) {
        parts.remove(part);
    }

    List<Block> show(CustomerId customer, Person reader) {
        return parts.speaking()
                .filter(part -> mayOpen(part, reader))
                .sorted(Comparator.comparingInt(CustomerPart::position))
                .flatMap(part -> wall.part(part, () -> part.show(customer, reader), Words::missing).stream())
                .toList();
    }

    private static boolean mayOpen(CustomerPart part, Person reader) {
        return part.roles().isEmpty() || reader.holdsAny(part.roles());
    }
}
