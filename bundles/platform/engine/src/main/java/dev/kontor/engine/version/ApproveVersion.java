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
import java.time.LocalDate;
import java.util.Optional;

/** The second person lets a proposed version decide. */
public final class ApproveVersion extends RuleCommands {

    private final RuleOffice office;

    public ApproveVersion(RuleOffice office) {
        super("approve", true);
        this.office = office;
    }

    @Override
    public Form form(Person person, String subject) {
        return dated(super.form(person, subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptVersion kept = office.find(values.text("set"), values.text("digest"));
        if (kept.state() != State.PROPOSED) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.not-proposed", kept.set()));
        }
        if (kept.by().isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.claim-first", kept.set()));
        }
        PolicyOffice.mayAgree(company.actor().id(), kept.by().get(), kept.set());
        office.demandTried(company, kept);
        KeptVersion signed = kept.signed(kept.by(), Optional.of(company.actor().id()), values.text("reason"));
        Optional<LocalDate> day = from(company, values);
        return said(office.begin(company, day.isPresent() ? signed.from(day) : signed), kept.set());
    }
}
