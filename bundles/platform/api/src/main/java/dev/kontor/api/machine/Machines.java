package dev.kontor.api.machine;

import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Every machine of the company, for reading. Enrolling one is work on its order's file. */
@ProviderType
public interface Machines {

    /** One that was struck, too: its file stays. Empty when the reader may not see its order. */
    Optional<Machine> machine(SerialNumber serial, Person reader);

    /** Those whose serial number begins so, struck or not, by serial number; of orders that the reader may see. @param limit 1 to 200 */
    List<Machine> beginning(String serial, int limit, Person reader);
}
