package dev.kontor.api.journal;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The journals, for reading: one of each order and one of the company. Written only by commands. */
@ProviderType
public interface Journals {

    /** Newest first; {@code before} is exclusive, {@link Long#MAX_VALUE} for the newest. */
    List<Entry> of(OrderNumber order, long before, int limit, Person reader);

    /**
     * Which lines are wanted.
     *
     * @param kind of line; empty: every kind
     * @param by who wrote them; empty: anybody
     * @param day in the company's zone; empty: any
     */
    record Wanted(String kind, Optional<PersonId> by, Optional<LocalDate> day) {

        public static final Wanted ALL = new Wanted("", Optional.empty(), Optional.empty());
    }

    /** Newest first; for the auditor and the administrators. */
    List<Entry> company(Wanted wanted, long before, int limit, Person reader);

    /** The kinds of lines that the company's journal has, by name. */
    List<String> kinds(Person reader);

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
