package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.text.Text;
import java.util.List;

/** The second person agrees that a set's activations no longer wait for one. */
public final class ConfirmPolicy extends RuleCommands {

    private final PolicyOffice policies;

    public ConfirmPolicy(PolicyOffice policies) {
        super("confirm-policy", false);
        this.policies = policies;
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        policies.agree(company, set);
        company.note("rules.policy", Text.of("engine.journal-policy-agreed", set, values.text("reason")),
                List.of(new Change("approval", RulePolicy.TWO, RulePolicy.ONE)));
        return Answer.of(Text.of("engine.said-policy-one", set)).goingTo("rules/" + set);
    }
}
