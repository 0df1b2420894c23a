package dev.kontor.supervision;

import dev.kontor.api.department.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom something can be said about: people with an account, and departments. */
@Component(service = Subjects.class)
public final class Subjects {

    private final Addressees addressees;
    private final Roster roster;

    @Activate
    public Subjects(@Reference Addressees addressees, @Reference Roster roster) {
        this.addressees = addressees;
        this.roster = roster;
    }

    /** @param who a sign-in name or a department's id, as typed */
    public boolean isKnown(String who) {
        return roster.members().stream().anyMatch(each -> each.kind().equals("department") && each.name().equals(who))
                || addressees.person(who).isPresent();
    }
}
