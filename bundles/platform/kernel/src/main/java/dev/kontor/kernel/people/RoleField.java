package dev.kontor.kernel.people;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The choice of a role: the known ones, and any other by its name, as partners bring their own. */
final class RoleField {

    private RoleField() {}

    static List<Field.Option> known(AccountBook accounts) {
        Set<Role> roles = new LinkedHashSet<>(Duties.KNOWN);
        accounts.inUse().stream().sorted(Comparator.comparing(Role::value)).forEach(roles::add);
        return roles.stream().map(RoleField::option).toList();
    }

    static List<Field.Option> options(Collection<Role> roles) {
        return roles.stream().sorted(Comparator.comparing(Role::value)).map(RoleField::option).toList();
    }

    static Role chosen(Values values) {
        String field = values.has("role") ? "role" : "other";
        String typed = values.text(field);
        if (typed.isEmpty()) {
            throw Refused.at("role", Text.of("form.required"));
        }
        if (typed.length() > 100 || !typed.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
            throw Refused.at(field, Text.of("kernel.role.other-hint"));
        }
        return new Role(typed);
    }

    private static Field.Option option(Role role) {
        return new Field.Option(role.value(), Text.of("role." + role));
    }
}
