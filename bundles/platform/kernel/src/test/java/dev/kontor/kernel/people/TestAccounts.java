package dev.kontor.kernel.people;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The books about people on a real store, and a clock of the system that tests can move. */
public final class TestAccounts {


    final TestCompany company;
    final Books books;
    /** As cheap as they can be: many are hired here. */
    final Passwords passwords = new Passwords(8, 1);
    Instant system = Instant.now();
    FrontDoor door;

    public TestAccounts(TestCompany company) {
        this.company = company;
        LoanBook loans = new LoanBook(company.rows());
        books = new Books(
                new AccountBook(company.rows(), loans), new GrantBook(company.rows()), loans, new KeyRing(company.rows()));
        fresh();
    }

    /** Everybody leaves, and nothing is remembered of tries to sign in. */
    public void fresh() {
        List.of("account", "account_role", "grant", "delegation", "session", "token")
                .forEach(table -> company.sql("delete from kernel_" + table));
        company.journal.clear();
        system = Instant.now();
        InstantSource source = () -> system;
        Throttle throttle = new Throttle(() -> ChronoUnit.NANOS.between(Instant.EPOCH, system));
        door = new FrontDoor(company.transactions(), books, passwords, company.clock(), source, throttle, false);
    }

    public Person hired(String name, Role... roles) {
        PersonId id = new PersonId(name);
        String hash = passwords.hash(name);
        company.transactions().command(() -> {
            books.accounts().create(new StoredAccount(id, name, hash, false, Instant.EPOCH, true, "en", system, 1));
            Set.of(roles).forEach(role -> books.accounts().grant(id, role, PersonId.SYSTEM, system));
            return id;
        });
        return person(name);
    }

    Person person(String name) {
        return door.person(new PersonId(name)).orElseThrow();
    }

    Accounts.Session signedIn(String name) {
        if (door.signIn(name, name, "10.0.0.1") instanceof Accounts.SignIn.Welcome welcome) {
            return welcome.session();
        }
        throw new AssertionError(name + " could not sign in");
    }

    public FrontDoor door() {
        return door;
    }

    void later(Duration time) {
        system = system.plus(time);
    }
}
