package dev.kontor.api.task;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a year's notice that has arrived makes of deadlines that were provisional, before it counts for them. */
@ProviderType
public interface Recounts {

    /**
     * @param before last day as it stands, {@code after} as a recount would make it; equal when the day only becomes certain
     * @param certain false when another notice is still missing
     */
    record Moved(OrderNumber order, TaskKind kind, LocalDate before, LocalDate after, boolean certain) {}

    /** For system administrators and auditors; empty for everybody else. */
    List<Moved> changes(Person reader);
}
