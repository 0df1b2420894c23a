package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;

/** Somebody says that what came from the folder is theirs. */
public final class ClaimVersion extends RuleCommands {

    private final RuleOffice office;

    public ClaimVersion(RuleOffice office) {
        super("claim", true);
        this.office = office;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.text("digest", Text.of("engine.field-digest")).optional().withHint(Text.of("engine.hint-claim")),
                Field.longText("reason", Text.of("engine.field-reason")).optional());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        String digest = values.text("digest");
        KeptVersion kept = digest.isEmpty()
                ? office.unclaimed(set).orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("engine.nothing-to-claim", set)))
                : office.find(set, digest);
        if (kept.by().isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.nothing-to-claim", set));
        }
        office.claim(company, kept, values.text("reason"));
        return Answer.of(Text.of("engine.said-claimed", set)).goingTo("rules/" + set);
    }
}
