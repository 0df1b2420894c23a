package dev.kontor.kernel.people;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of accounts and their own roles. Inside a transaction only. */
@Component(service = AccountBook.class)
public final class AccountBook {

    private static final String COLUMNS =
            "select id, name, hash, one_time, one_time_until, enabled, speaks, since, version from kernel_account ";

    private final Rows rows;
    private final LoanBook loans;

    @Activate
    public AccountBook(@Reference Rows rows, @Reference LoanBook loans) {
        this.rows = rows;
        this.loans = loans;
    }

    /** One change of accounts and roles at a time: a rule about all administrators must not be passed by two at once. */
    void lock() {
        rows.run("update kernel_counter set last_number = last_number + 1 where name = 'accounts'");
    }

    Optional<StoredAccount> account(PersonId id) {
        return rows.one(COLUMNS + "where id = ?", id).map(AccountBook::account);
    }

    List<StoredAccount> accounts() {
        return rows.all(COLUMNS + "order by id").stream().map(AccountBook::account).toList();
    }

    private static StoredAccount account(Row row) {
        return new StoredAccount(
                new PersonId(row.text(0)), row.text(1), row.text(2), row.flag(3), row.instant(4), row.flag(5), row.text(6),
                row.instant(7), row.number(8));
    }

    /** Roles granted to the account itself. */
    Set<Role> granted(PersonId id) {
        return rows.all("select role_name from kernel_account_role where account = ?", id).stream()
                .map(row -> new Role(row.text(0)))
                .collect(Collectors.toSet());
    }

    /** Roles that somebody holds. */
    Set<Role> inUse() {
        return rows.all("select distinct role_name from kernel_account_role").stream()
                .map(row -> new Role(row.text(0)))
                .collect(Collectors.toSet());
    }

    /** The person with the roles of the day, lent ones included. */
    Person person(StoredAccount account, LocalDate today) {
        Set<Role> roles = new HashSet<>(granted(account.id()));
        roles.addAll(loans.lentTo(account.id(), today));
        return new Person(account.id(), account.name(), roles, account.language());
    }

    /** Enabled accounts that hold the role themselves. */
    List<PersonId> holders(Role role) {
        return rows.all(
                        "select a.id from kernel_account a join kernel_account_role r on r.account = a.id"
                                + " where r.role_name = ? and a.enabled = 1 order by a.id",
                        role)
                .stream()
                .map(row -> new PersonId(row.text(0)))
                .toList();
    }

    /** Enabled accounts with a password that hold the role: people, not programs. */
    List<PersonId> peopleHolding(Role role) {
        return holders(role).stream()
                .filter(id -> account(id).map(account -> !account.hash().isEmpty()).orElse(false))
                .toList();
    }

    void create(StoredAccount account) {
        rows.run(
                "insert into kernel_account (id, name, hash, one_time, one_time_until, enabled, speaks, since, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.id(), account.name(), account.hash(), account.oneTime(), account.oneTimeUntil(),
                account.enabled(), account.language(), account.since(), account.version());
    }

    void grant(PersonId to, Role role, PersonId by, Instant at) {
        rows.run(
                "insert into kernel_account_role (account, role_name, granted_by, granted_at) values (?, ?, ?, ?)",
                to, role, by, at);
        touch(to);
    }

    void withdraw(PersonId from, Role role) {
        rows.run("delete from kernel_account_role where account = ? and role_name = ?", from, role);
        touch(from);
    }

    void password(PersonId of, String hash, boolean oneTime, Instant until) {
        rows.run(
                "update kernel_account set hash = ?, one_time = ?, one_time_until = ? where id = ?",
                hash, oneTime, until, of);
        touch(of);
    }

    void enable(PersonId account, boolean enabled) {
        rows.run("update kernel_account set enabled = ? where id = ?", enabled, account);
        touch(account);
    }

    void speaks(PersonId person, String language) {
        rows.run("update kernel_account set speaks = ? where id = ?", language, person);
    }

    private void touch(PersonId account) {
        rows.run("update kernel_account set version = version + 1 where id = ?", account);
    }
}
