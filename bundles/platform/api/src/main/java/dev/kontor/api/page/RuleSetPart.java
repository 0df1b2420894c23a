package dev.kontor.api.page;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A department's part of a rule set's page. Register one as a service. */
@ConsumerType
public interface RuleSetPart {

    /** Empty: everybody who may see rule sets. */
    Set<Role> roles();

    /**
     * Inside {@link dev.kontor.api.desk.Desk#read}; no blocks: nothing is shown.
     *
     * @param set {@code review/joint}, or {@code export-licence/review.joint} for one that is attached
     */
    List<Block> show(String set, Person reader);
}
