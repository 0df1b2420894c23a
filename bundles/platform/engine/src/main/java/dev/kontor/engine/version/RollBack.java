package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.engine.version.KeptVersion.State;
import java.util.Comparator;
import java.util.Optional;

/** Somebody goes back to the version that decided before; needs no second person, it had one. */
public final class RollBack extends RuleCommands {

    private final RuleOffice office;

    public RollBack(RuleOffice office) {
        super("rollback", false);
        this.office = office;
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        KeptVersion before = office.of(set).stream()
                .filter(version -> version.number() > 0 && version.state() == State.SUPERSEDED)
                .max(Comparator.comparing(KeptVersion::at))
                .flatMap(version -> Optional.of(office.find(set, version.digest())))
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("engine.nothing-before", set)));
        KeptVersion signed = before.signed(Optional.of(company.actor().id()), Optional.empty(), values.text("reason")).from(Optional.empty());
        office.activate(company, signed, State.ROLLED_BACK);
        return Answer.of(Text.of("engine.said-rolled-back", set, before.number())).goingTo("rules/" + set);
    }
}
