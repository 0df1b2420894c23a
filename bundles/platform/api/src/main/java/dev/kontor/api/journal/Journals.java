package dev.kontor.api.journal;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The journals, for reading: one of each order and one of the company. Written only by commands. */
@ProviderType
public interface Journals {

    /** Newest first; {@code before} is exclusive, {@link Long#MAX_VALUE} for the newest. */
    List<Entry> of(OrderNumber order, long before, int limit, Person reader);

    /** Newest first; for the auditor and the administrators. */
    List<Entry> company(long before, int limit, Person reader);

    /** Recomputes every chain. */
    Verification verify();

    /**
     * What a verification found.
     *
     * @param entries how many were read
     * @param faults one sentence each; empty when every chain holds
     */
    record Verification(long journals, long entries, List<String> faults) {}
}
