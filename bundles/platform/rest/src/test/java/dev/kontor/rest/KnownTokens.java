package dev.kontor.rest;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts with a token for each person, which is their name, and the password that is the name too. */
final class KnownTokens implements Accounts {

    final List<String> addresses = new ArrayList<>();

    @Override
    public SignIn signIn(String name, String password, String address) {
        addresses.add(address);
        if (name.equals("hasty")) {
            return new SignIn.Throttled(Duration.ofSeconds(30));
        }
        return bearer(name)
                .filter(person -> name.equals(password))
                .<SignIn>map(person -> new SignIn.Welcome(new Session("session", "csrf", person, false)))
                .orElseGet(SignIn.Refused::new);
    }

    @Override
    public Optional<Person> bearer(String token) {
        return switch (token) {
            case "lina" -> Optional.of(OneOrderCompany.LINA);
            case "rules" -> Optional.of(new Person(new PersonId("rules"), "", Set.of(Role.RULE_ADMINISTRATOR), "en"));
            case "operator" -> Optional.of(OneOrderCompany.OPERATOR);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.empty();
    }

    @Override
    public void signOut(String token) {}

    @Override
    public void speaks(PersonId person, String language) {}

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.empty();
    }

    @Override
    public List<Account> accounts() {
        return List.of();
    }

    @Override
    public List<Delegation> delegations() {
        return List.of();
    }

    @Override
    public List<Person> holders(Role role) {
        return List.of();
    }

    @Override
    public boolean demo() {
        return true;
    }
}
