package dev.kontor.api.page;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A department's part of a customer's page. Register one as a service. */
@ConsumerType
public interface CustomerPart {

    /** Small first; all of them below the customer's own facts. */
    int position();

    /** Empty: everybody who may see the customer. */
    Set<Role> roles();

    /** Inside {@link dev.kontor.api.desk.Desk#read}; no blocks: nothing is shown. */
    List<Block> show(CustomerId customer, Person reader);
}
