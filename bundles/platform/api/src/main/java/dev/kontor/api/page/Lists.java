package dev.kontor.api.page;

import dev.kontor.api.people.Person;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How a person likes their lists. What one person keeps nobody else sees; keeping is a command. */
@ProviderType
public interface Lists {

    /**
     * A filter under a name.
     *
     * @param list path of the list's page
     * @param query what stands in the address behind the question mark
     */
    record Kept(String id, String list, String name, String query) {}

    /** By name. */
    List<Kept> kept(Person person, String list);

    /** The columns that the person chose, in their order; empty if they chose none. */
    List<String> columns(Person person, String list);
}
