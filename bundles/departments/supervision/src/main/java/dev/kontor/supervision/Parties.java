package dev.kontor.supervision;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is one party when company leadership decides: somebody, who acts for them, and for whom they act (回避, R-4.18, R-11.3). */
@Component(service = Parties.class)
public final class Parties {

    private final Accounts accounts;

    @Activate
    public Parties(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** By sign-in name, the person among them. @param today on which delegations are in force */
    public Set<String> of(PersonId person, LocalDate today) {
        Stream<PersonId> others = accounts.delegations().stream()
                .filter(each -> each.role().equals(Role.LEADERSHIP) && !today.isBefore(each.first()) && !today.isAfter(each.last()))
                .filter(each -> each.from().equals(person) || each.to().equals(person))
                .flatMap(each -> Stream.of(each.from(), each.to()));
        return Stream.concat(Stream.of(person), others).map(PersonId::value).collect(Collectors.toSet());
    }
}
