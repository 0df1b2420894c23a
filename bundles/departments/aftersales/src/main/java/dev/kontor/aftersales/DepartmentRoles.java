package dev.kontor.aftersales;

import dev.kontor.api.form.Field;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who stands for the departments: those that carry every order out, and whoever works in one that came later. */
@Component(service = DepartmentRoles.class)
public final class DepartmentRoles {

    /** Whoever leads, keeps, inspects or administers does not carry orders out. */
    private static final Set<String> OTHERS = Set.of("company", "archive", "supervision", "audit", "admin");

    private final Accounts accounts;

    @Activate
    public DepartmentRoles(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    public List<Role> all() {
        Set<String> known = Vocabulary.DEPARTMENTS.stream().map(DepartmentRoles::department).collect(Collectors.toSet());
        Stream<Role> later = accounts.accounts().stream()
                .flatMap(account -> account.roles().stream())
                .filter(role -> !known.contains(department(role)) && !OTHERS.contains(department(role)))
                .distinct()
                .sorted(Comparator.comparing(Role::value));
        return Stream.concat(Vocabulary.DEPARTMENTS.stream(), later).toList();
    }

    public List<Field.Option> options() {
        return all().stream().map(role -> new Field.Option(role.value(), Text.of("role." + role))).toList();
    }

    private static String department(Role role) {
        return role.value().substring(0, role.value().indexOf('.'));
    }
}
