package dev.kontor.api.journal;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** To which orders anything happened, by when the lines of their journals were written; no journal is read for it. */
@ProviderType
public interface Activity {

    /**
     * Each order once, by number; only those that the reader may see.
     *
     * @param until exclusive
     */
    List<OrderNumber> orders(Instant from, Instant until, Person reader);
}
