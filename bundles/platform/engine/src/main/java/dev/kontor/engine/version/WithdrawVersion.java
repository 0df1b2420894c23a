package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.engine.version.KeptVersion.State;

/** Somebody takes back what is proposed, or what waits for its day. */
public final class WithdrawVersion extends RuleCommands {

    private final RuleOffice office;

    public WithdrawVersion(RuleOffice office) {
        super("withdraw", true);
        this.office = office;
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptVersion kept = office.find(values.text("set"), values.text("digest"));
        if (kept.state() != State.PROPOSED && kept.state() != State.SCHEDULED) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.nothing-to-withdraw", kept.set()));
        }
        office.withdraw(company, kept, values.text("reason"));
        return Answer.of(Text.of("engine.said-withdrawn", kept.set())).goingTo("rules/" + kept.set());
    }
}
