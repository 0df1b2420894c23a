package dev.kontor.kernel.task;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskFilter.Whose;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a person's hands reach: their own roles, roles lent to them, people they stand in for.
 *
 * @param own roles they hold themselves
 * @param lent roles they hold by delegation alone
 */
record Reach(PersonId person, Set<Role> own, Set<Role> lent, List<Loan> loans) {

    /** What somebody else may do in that role this person may do too. */
    record Loan(PersonId from, Role role) {}

    /** Reads in the transaction of the thread. */
    static Reach of(Rows rows, Person person, LocalDate today) {
        List<Loan> loans = rows
                .all("select distinct d.from_account, d.role_name from kernel_delegation d"
                                + " join kernel_account a on a.id = d.from_account and a.enabled = 1"
                                + " join kernel_account_role r on r.account = d.from_account and r.role_name = d.role_name"
                                + " where d.to_account = ? and d.first_day <= ? and d.last_day >= ?",
                        person.id(), today, today)
                .stream()
                .map(row -> new Loan(new PersonId(row.text(0)), new Role(row.text(1))))
                .filter(loan -> person.holds(loan.role()))
                .toList();
        Set<Role> lent = new HashSet<>(loans.stream().map(Loan::role).toList());
        rows.all("select role_name from kernel_account_role where account = ?", person.id())
                .forEach(row -> lent.remove(new Role(row.text(0))));
        Set<Role> own = new HashSet<>(person.roles());
        own.removeAll(lent);
        return new Reach(person.id(), own, lent, loans);
    }

    /** Conditions over {@code kernel_task t}: no task fits two of them, and each is a stretch of an index. */
    List<Condition> stretches(Whose whose) {
        return switch (whose) {
            case ALL -> together(held(), free(own), delegated());
            case HELD -> held();
            case ROLES -> free(own);
            case DELEGATED -> delegated();
            case COLLEAGUES -> each(together(own, lent), "t.taken = 1 and t.task_role = ? and t.holder <> ?", person);
        };
    }

    private List<Condition> held() {
        return List.of(Condition.of("t.holder = ?", person));
    }

    private static List<Condition> free(Set<Role> roles) {
        return each(roles, "t.task_role = ? and t.holder = ?", "");
    }

    private List<Condition> delegated() {
        List<Condition> theirs = loans.stream()
                .filter(loan -> !loan.from().equals(person))
                .map(loan -> Condition.of("t.holder = ? and t.task_role = ?", loan.from(), loan.role()))
                .toList();
        return together(free(lent), theirs);
    }

    private static List<Condition> each(Collection<Role> roles, String sql, Object behind) {
        return roles.stream().map(role -> Condition.of(sql, role, behind)).toList();
    }

    @SafeVarargs
    private static <T> List<T> together(Collection<? extends T>... parts) {
        return Stream.of(parts).<T>flatMap(Collection::stream).toList();
    }
}
