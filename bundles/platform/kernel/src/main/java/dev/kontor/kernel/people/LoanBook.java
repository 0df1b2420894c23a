package dev.kontor.kernel.people;

import dev.kontor.api.people.Accounts.Delegation;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of delegations (委托, R-4.18): roles lent for a time. Inside a transaction only. */
@Component(service = LoanBook.class)
public final class LoanBook {

    private static final String COLUMNS =
            "select id, from_account, to_account, role_name, first_day, last_day from kernel_delegation ";

    private final Rows rows;

    @Activate
    public LoanBook(@Reference Rows rows) {
        this.rows = rows;
    }

    record Loan(String id, Delegation delegation) {}

    /** Roles lent to somebody on a day by people who still hold them and can still come in. */
    Set<Role> lentTo(PersonId person, LocalDate day) {
        return rows.all(
                        "select d.role_name from kernel_delegation d"
                                + " join kernel_account a on a.id = d.from_account and a.enabled = 1"
                                + " join kernel_account_role r on r.account = d.from_account and r.role_name = d.role_name"
                                + " where d.to_account = ? and d.first_day <= ? and d.last_day >= ?",
                        person, day, day)
                .stream()
                .map(row -> new Role(row.text(0)))
                .collect(Collectors.toSet());
    }

    /** Enabled accounts to which the role is lent on a day. */
    List<PersonId> borrowers(Role role, LocalDate day) {
        return rows.all(
                        "select distinct d.to_account from kernel_delegation d"
                                + " join kernel_account a on a.id = d.from_account and a.enabled = 1"
                                + " join kernel_account b on b.id = d.to_account and b.enabled = 1"
                                + " join kernel_account_role r on r.account = d.from_account and r.role_name = d.role_name"
                                + " where d.role_name = ? and d.first_day <= ? and d.last_day >= ?",
                        role, day, day)
                .stream()
                .map(row -> new PersonId(row.text(0)))
                .toList();
    }

    List<Loan> loans() {
        return rows.all(COLUMNS + "order by first_day, id").stream().map(LoanBook::loan).toList();
    }

    void lend(Delegation delegation) {
        rows.run(
                "insert into kernel_delegation (id, from_account, to_account, role_name, first_day, last_day)"
                        + " values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), delegation.from(), delegation.to(), delegation.role(), delegation.first(),
                delegation.last());
    }

    void end(String id) {
        rows.run("delete from kernel_delegation where id = ?", id);
    }

    private static Loan loan(Row row) {
        return new Loan(
                row.text(0),
                new Delegation(
                        new PersonId(row.text(1)), new PersonId(row.text(2)), new Role(row.text(3)), row.day(4), row.day(5)));
    }
}
