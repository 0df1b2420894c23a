package dev.kontor.api.page;

import dev.kontor.api.document.Upload;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page of the staff console, as data: the console draws it, REST serves the same under {@code /api/v1/pages}.
 *
 * <p>Register one as a service and it appears in open browsers; unregister it and it goes. The console does sign-in,
 * layout, language, the token against forged requests and the page for who may not see it.
 */
@ConsumerType
public interface Page {

    /** Where it lives below the console's root, {@code finance/credit}; begins with the department's id. */
    String path();

    Text title();

    /** Where it stands in the navigation; empty if it is reached by links only. */
    Optional<Place> place();

    /** Who may open it: any of these roles. Empty: everybody who is signed in. */
    Set<Role> roles();

    /**
     * Answers a read, inside {@link dev.kontor.api.desk.Desk#read}. Changes nothing.
     *
     * @throws dev.kontor.api.desk.Refused {@code NOT_FOUND} for a tail that leads nowhere
     */
    View show(Query query);

    /**
     * A file that the page's readers may have though it is filed with no order, at {@code documents/of/<path>/<tail>}; asked
     * for inside {@link dev.kontor.api.desk.Desk#read}. Empty when there is none by that tail.
     */
    default Optional<Upload> file(Query query) {
        return Optional.empty();
    }

    /**
     * A place in the navigation.
     *
     * @param group {@code work}, {@code sales}, {@code review}, {@code production}, {@code finance}, {@code company},
     *     {@code rules}, {@code audit}, or a key of the bundle's own; shown by the message {@code nav.<group>}
     * @param icon a Tabler icon's name
     * @param order within the group, small first
     */
    record Place(String group, String icon, int order) {}
}
