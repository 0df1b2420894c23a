package dev.kontor.supervision;

import dev.kontor.api.department.Roster;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom something can be said about: people with an account, and departments. */
@Component(service = Subjects.class)
public final class Subjects {

    private final Accounts accounts;
    private final Roster roster;

    @Activate
    public Subjects(@Reference Accounts accounts, @Reference Roster roster) {
        this.accounts = accounts;
        this.roster = roster;
    }

    /** @param who a sign-in name or a department's id, as typed */
    public boolean isKnown(String who) {
        return roster.members().stream().anyMatch(each -> each.kind().equals("department") && each.name().equals(who))
                || who.matches("[a-z][a-z0-9._-]{0,63}") && accounts.person(new PersonId(who)).isPresent();
    }
}
