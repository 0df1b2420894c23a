package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import java.util.Optional;
import java.util.Set;

/** The platform takes in what settled in the folder. */
public final class ActivateCandidate implements CompanyCommand {

    static final String NAME = "rules/activate-candidate";

    private final RuleOffice office;
    private final FolderDoor door;

    public ActivateCandidate(RuleOffice office, FolderDoor door) {
        this.office = office;
        this.door = door;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("engine.take-in");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")), Field.text("digest", Text.of("engine.field-digest")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!company.actor().id().equals(PersonId.SYSTEM)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("engine.platform-only"));
        }
        String set = values.text("set");
        Checked checked = door.candidate(set, values.text("digest"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, values.text("digest"))));
        return RuleCommands.said(office.take(company, checked, Optional.empty(), "", "", then(set, checked.digest())), set);
    }

    /**
     * What people made decide, a number of the company's own, say, is not taken away by what stands in the folder when the platform
     * starts, as that of a new release: it waits until somebody lets it decide.
     */
    private RuleOffice.Then then(String set, String digest) {
        if (door.isDelivered(set, digest)) {
            return RuleOffice.Then.BEGIN;
        }
        boolean people = office.active(set).flatMap(KeptVersion::by).isPresent();
        return people && door.stoodAtStart(set, digest) ? RuleOffice.Then.WAIT : RuleOffice.Then.ACTIVATE;
    }
}
