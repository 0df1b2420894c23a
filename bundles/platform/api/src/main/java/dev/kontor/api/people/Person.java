package dev.kontor.api.people;

import java.util.Set;

/**
 * Somebody who acts, with the roles in force at this moment, delegations included.
 *
 * @param language BCP 47, {@code zh-CN} or {@code en}
 */
public record Person(PersonId id, String name, Set<Role> roles, String language) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    public boolean holdsAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }
}
