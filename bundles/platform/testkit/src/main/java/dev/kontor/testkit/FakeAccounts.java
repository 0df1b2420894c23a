package dev.kontor.testkit;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People with roles, in memory. Nobody signs in. */
public final class FakeAccounts implements Accounts {

    private final List<Person> people = new ArrayList<>();

    public FakeAccounts with(String name, Role... roles) {
        people.removeIf(each -> each.id().value().equals(name));
        people.add(new Person(new PersonId(name), name, Set.of(roles), "en"));
        return this;
    }

    @Override
    public SignIn signIn(String name, String password, String address) {
        return new SignIn.Refused();
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.empty();
    }

    @Override
    public void signOut(String token) {
        // nobody is signed in
    }

    @Override
    public void speaks(PersonId person, String language) {
        // everybody speaks English
    }

    @Override
    public Optional<Person> bearer(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return people.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<Account> accounts() {
        return people.stream().map(each -> new Account(each.id(), each.name(), each.roles(), true, Instant.EPOCH, 1)).toList();
    }

    @Override
    public List<Delegation> delegations() {
        return List.of();
    }

    @Override
    public List<Person> holders(Role role) {
        return people.stream().filter(each -> each.holds(role)).toList();
    }

    @Override
    public boolean demo() {
        return false;
    }
}
