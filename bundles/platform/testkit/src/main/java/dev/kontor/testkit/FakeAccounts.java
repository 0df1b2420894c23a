package dev.kontor.testkit;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People with roles, in memory. Nobody signs in. */
public final class FakeAccounts implements Accounts {

    private final List<Person> people = new ArrayList<>();
    private final List<Delegation> delegations = new ArrayList<>();

    public FakeAccounts with(String name, Role... roles) {
        people.removeIf(each -> each.id().value().equals(name));
        people.add(new Person(new PersonId(name), name, Set.of(roles), "en"));
        return this;
    }

    /** The days are inclusive. Whoever acts for the other holds the role only when a test says so. */
    public FakeAccounts delegating(String from, String to, Role role, LocalDate first, LocalDate last) {
        delegations.add(new Delegation(new PersonId(from), new PersonId(to), role, first, last));
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
        return List.copyOf(delegations);
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
