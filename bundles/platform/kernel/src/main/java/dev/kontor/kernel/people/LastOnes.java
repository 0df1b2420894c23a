package dev.kontor.kernel.people;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;

/** Somebody must be left who can grant roles and run the platform, or nobody could ever come back. */
final class LastOnes {

    private static final List<Role> NEEDED = List.of(Role.SECURITY_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR);

    private LastOnes() {}

    /** @throws Refused when nobody else holds a role that is needed and this account does */
    static void mustStay(AccountBook accounts, PersonId account) {
        NEEDED.forEach(role -> mustStay(accounts, account, role));
    }

    static void mustStay(AccountBook accounts, PersonId account, Role role) {
        if (NEEDED.contains(role) && accounts.peopleHolding(role).equals(List.of(account))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.account.last", Text.of("role." + role)));
        }
    }
}
