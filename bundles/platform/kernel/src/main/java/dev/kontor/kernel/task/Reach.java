package dev.kontor.kernel.task;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskFilter.Whose;
import dev.kontor.kernel.rows.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** The condition over {@code kernel_task t}; its values are added. */
    String condition(Whose whose, List<Object> values) {
        List<String> any = new ArrayList<>();
        switch (whose) {
            case ALL -> {
                held(any, values);
                free(own, any, values);
                delegated(any, values);
            }
            case HELD -> held(any, values);
            case ROLES -> free(own, any, values);
            case DELEGATED -> delegated(any, values);
            case COLLEAGUES -> colleagues(any, values);
        }
        return any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")";
    }

    private void held(List<String> any, List<Object> values) {
        any.add("t.holder = ?");
        values.add(person);
    }

    private static void free(Set<Role> roles, List<String> any, List<Object> values) {
        if (!roles.isEmpty()) {
            any.add("t.holder = '' and " + in(roles, values));
        }
    }

    private void delegated(List<String> any, List<Object> values) {
        free(lent, any, values);
        for (Loan loan : loans) {
            any.add("t.holder = ? and t.task_role = ?");
            values.add(loan.from());
            values.add(loan.role());
        }
    }

    private void colleagues(List<String> any, List<Object> values) {
        Set<Role> roles = new HashSet<>(own);
        roles.addAll(lent);
        if (!roles.isEmpty()) {
            values.add(person);
            any.add("t.taken = 1 and t.holder <> ? and " + in(roles, values));
        }
    }

    private static String in(Collection<Role> roles, List<Object> values) {
        values.addAll(roles);
        return "t.task_role in (" + Rows.places(roles.size()) + ")";
    }
}
