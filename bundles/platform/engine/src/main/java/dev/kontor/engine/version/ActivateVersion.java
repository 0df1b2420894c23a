package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.engine.version.KeptVersion.State;
import java.util.Optional;

/** Somebody makes a known version decide. */
public final class ActivateVersion extends RuleCommands {

    private final RuleOffice office;

    public ActivateVersion(RuleOffice office) {
        super("activate", true);
        this.office = office;
    }

    @Override
    public Form form(Person person, String subject) {
        return dated(super.form(person, subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptVersion kept = office.find(values.text("set"), values.text("digest"));
        if (kept.state() == State.REFUSED || kept.state() == State.ACTIVE) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.cannot-activate", kept.set(), Text.of("engine.state-" + kept.state().word())));
        }
        if (kept.state() == State.PROPOSED && office.waitsForSecond(kept)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.needs-approval", kept.set()));
        }
        office.demandTried(company, kept);
        KeptVersion signed = kept.signed(Optional.of(company.actor().id()), Optional.empty(), values.text("reason"))
                .from(from(company, values));
        return said(office.propose(company, signed, RuleOffice.Then.ACTIVATE), kept.set());
    }
}
