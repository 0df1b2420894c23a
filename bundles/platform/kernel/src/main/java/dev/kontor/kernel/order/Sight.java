package dev.kontor.kernel.order;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders a person may see: auditors and the departments all, a sales representative those they answer for,
 * administrators none (docs/security.md).
 */
public record Sight(boolean any, Optional<PersonId> onlyOf) {

    private static final Set<Role> WITHOUT = Set.of(Role.SALES_REP, new Role("entry.importer"));

    public static Sight of(Person person) {
        if (person.id().equals(PersonId.SYSTEM) || person.holds(Role.AUDITOR)) {
            return new Sight(true, Optional.empty());
        }
        boolean department =
                person.roles().stream().anyMatch(role -> !role.isAdministrator() && !WITHOUT.contains(role));
        if (department) {
            return new Sight(true, Optional.empty());
        }
        return person.holds(Role.SALES_REP) ? new Sight(true, Optional.of(person.id())) : new Sight(false, Optional.empty());
    }

    public boolean covers(PersonId representative) {
        return any && onlyOf.map(representative::equals).orElse(true);
    }
}
