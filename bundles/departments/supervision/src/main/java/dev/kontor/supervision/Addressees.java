package dev.kontor.supervision;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is reached when something is said about somebody: a person, everybody in a role, or every role of a department. */
@Component(service = Addressees.class)
public final class Addressees {

    private static final String PERSON = "[a-z][a-z0-9._-]{0,63}";
    private static final String ROLE = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    private final Accounts accounts;

    @Activate
    public Addressees(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** A name of a person may look like a role. */
    public Optional<PersonId> person(String subject) {
        return Optional.of(subject)
                .filter(who -> who.matches(PERSON))
                .map(PersonId::new)
                .filter(id -> accounts.person(id).isPresent());
    }

    /** Those of the person, the role itself, or those of the department. */
    public List<Role> roles(String subject) {
        Optional<PersonId> person = person(subject);
        Stream<Role> held = accounts.accounts().stream()
                .filter(Accounts.Account::enabled)
                .filter(each -> person.stream().allMatch(each.id()::equals))
                .flatMap(each -> each.roles().stream());
        if (person.isPresent()) {
            return held.filter(role -> !role.isAdministrator()).sorted(Comparator.comparing(Role::value)).toList();
        }
        return subject.matches(ROLE)
                ? List.of(new Role(subject))
                : held.filter(role -> role.value().startsWith(subject + ".")).distinct().sorted(Comparator.comparing(Role::value)).toList();
    }

    public void tell(CompanyFile company, String subject, Text what) {
        person(subject).ifPresentOrElse(
                person -> company.notify(person, what), () -> roles(subject).forEach(role -> company.notify(role, what)));
    }
}
