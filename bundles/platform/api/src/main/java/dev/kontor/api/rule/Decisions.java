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
    List<DecisionRecord> of(OrderNumber order, Person reader);

    Optional<DecisionRecord> decision(String id, Person reader);

    /**
     * Executes a decision again: the facts as kept, by the versions it cites, with the parameters of its day in the versions
     * of other sets that it cites as well. Empty when rules, matches, parameters and conclusions are the same, else what
     * differs.
     */
    Optional<String> verify(String id);
}
