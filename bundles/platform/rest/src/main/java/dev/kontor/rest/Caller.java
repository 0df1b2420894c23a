package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Locale;
import java.util.Set;

/**
 * Who calls, and in which language the answer's words are.
 *
 * @param person with no more roles than the token has
 */
record Caller(Person person, Locale language) {

    /** @throws Refused {@code FORBIDDEN} when the caller holds none of the roles */
    void must(Role... wanted) {
        if (!person.holdsAny(Set.of(wanted))) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("rest.role-needed", wanted[0].value()));
        }
    }
}
