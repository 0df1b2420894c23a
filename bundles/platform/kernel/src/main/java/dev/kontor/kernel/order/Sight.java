package dev.kontor.kernel.order;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.util.Set;

/**
 * Which orders a person may see: auditors and the departments all, a sales representative those they answer for or stand
 * in for, administrators none (docs/security.md).
 *
 * @param onlyOf the representatives whose orders; empty for all
 */
public record Sight(boolean any, Set<PersonId> onlyOf) {

    public Sight {
        onlyOf = Set.copyOf(onlyOf);
    }

    private static final Set<Role> WITHOUT = Set.of(Role.SALES_REP, new Role("entry.importer"));

    /** By their own roles alone; {@link OrderRows#sight} adds those they stand in for. */
    static Sight of(Person person) {
        if (person.id().equals(PersonId.SYSTEM) || person.holds(Role.AUDITOR)) {
            return new Sight(true, Set.of());
        }
        boolean department =
                person.roles().stream().anyMatch(role -> !role.isAdministrator() && !WITHOUT.contains(role));
        if (department) {
            return new Sight(true, Set.of());
        }
        return person.holds(Role.SALES_REP) ? new Sight(true, Set.of(person.id())) : new Sight(false, Set.of());
    }

    public boolean covers(PersonId representative) {
        return any && (onlyOf.isEmpty() || onlyOf.contains(representative));
    }
}
