package dev.kontor.api.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Kept decisions, for reading and for proving. */
@ProviderType
public interface Decisions {

    /** Newest first. */
    List<Decision> of(OrderNumber order, Person reader);

    Optional<Decision> decision(String id, Person reader);

    /** Executes the decision again, by the versions it cites; empty when it gives the same answer, else what differs. */
    Optional<String> verify(Decision decision);
}
