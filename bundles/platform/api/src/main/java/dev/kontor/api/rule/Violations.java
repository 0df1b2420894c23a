package dev.kontor.api.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What rules found against people and departments over all orders, for those who supervise. */
@ProviderType
public interface Violations {

    /** @param decision id of the decision that it stands in, with rule, facts and version */
    record Found(OrderNumber order, Instant at, DecisionRecord.Told told, String decision) {}

    /** @param next when the following part begins; nothing on the last */
    record Part(List<Found> found, Optional<Instant> next) {}

    /**
     * Violations and proposed penalties, newest first, of orders that the reader may see; for auditors alone.
     *
     * @param before which these were concluded
     * @param limit so many, and all others concluded at the very instant of the last: no instant is torn apart
     */
    Part before(Instant before, int limit, Person reader);
}
