package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.List;

/** Somebody decides whether a set's activations wait for a second person. To end that waits for one itself. */
public final class RulePolicy extends RuleCommands {

    static final String TWO = "two";
    static final String ONE = "one";

    private final PolicyOffice policies;
    private final SecondPerson second;
    private final RuleOffice office;

    public RulePolicy(PolicyOffice policies, SecondPerson second, RuleOffice office) {
        super("policy", false);
        this.policies = policies;
        this.second = second;
        this.office = office;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.choice("approval", Text.of("engine.field-approval"), List.of(
                        new Field.Option(TWO, Text.of("engine.approval-two")),
                        new Field.Option(ONE, Text.of("engine.approval-one")))).withHint(Text.of("engine.hint-approval")),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        if (office.of(set).isEmpty()) {
            throw Refused.at("set", Text.of("engine.no-such-set", set));
        }
        String wanted = values.text("approval");
        boolean strict = policies.isStrict(set, second.byDefault(set));
        if (wanted.equals(ONE)) {
            return loosened(company, set, strict, values.text("reason"));
        }
        policies.tighten(company, set);
        return said(company, set, "two", new Change("approval", strict ? TWO : ONE, TWO), values.text("reason"));
    }

    private Answer loosened(CompanyFile company, String set, boolean strict, String reason) {
        if (!strict) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.policy-is-one", set));
        }
        return policies.loosen(company, set)
                ? said(company, set, "one", new Change("approval", TWO, ONE), reason)
                : said(company, set, "asked", new Change("approval", TWO, TWO), reason);
    }

    private static Answer said(CompanyFile company, String set, String what, Change change, String reason) {
        company.note("rules.policy", Text.of("engine.journal-policy-" + what, set, reason), List.of(change));
        return Answer.of(Text.of("engine.said-policy-" + what, set)).goingTo("rules/" + set);
    }
}
