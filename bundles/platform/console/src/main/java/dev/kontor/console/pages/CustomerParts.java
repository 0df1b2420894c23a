package dev.kontor.console.pages;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the departments that run say of a customer. */
@Component(service = CustomerParts.class)
public final class CustomerParts {

    private final List<CustomerPart> parts = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(CustomerPart part) {
        parts.add(part);
    }

    void unbind(CustomerPart part) {
        parts.remove(part);
    }

    List<Block> show(CustomerId customer, Person reader) {
        return parts.stream()
                .filter(part -> part.roles().isEmpty() || reader.holdsAny(part.roles()))
                .sorted(Comparator.comparingInt(CustomerPart::position))
                .flatMap(part -> part.show(customer, reader).stream())
                .toList();
    }
}
