package dev.kontor.api.rule;

import dev.kontor.api.desk.OrderFile;
import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offers facts to every consultation whose rules mention one of its types.
 *
 * <p>A fact is a record of an exported package {@code <bundle>.facts} made of {@code java.*} and api types; fact records
 * only grow. Register as a service. Once approved a source is on the roster: while it does not run, consultations that
 * need its types refuse.
 */
@ConsumerType
public interface FactSource {

    /** The types it offers, the same for the lifetime of the service. A type has one source. */
    Set<Class<? extends Record>> types();

    /** Called in the transaction of the consultation; must not write. No facts is an answer: an empty collection. */
    Collection<? extends Record> about(OrderFile file);
}
