package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.version.KeptVersion.State;
import java.util.List;

/** The platform lets a version begin whose day has come: checked and compiled once more, against what is there now. */
public final class ActivateDue extends RuleCommands {

    static final String NAME = "rules/activate-due";

    private final RuleOffice office;

    public ActivateDue(RuleOffice office) {
        super("activate-due", true);
        this.office = office;
    }

    /** The day has come: that is reason enough. */
    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")), Field.text("digest", Text.of("engine.field-digest")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!company.actor().id().equals(PersonId.SYSTEM)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("engine.platform-only"));
        }
        KeptVersion kept = office.find(values.text("set"), values.text("digest"));
        boolean due = kept.state() == State.SCHEDULED && kept.from().filter(day -> !day.isAfter(company.today())).isPresent();
        if (!due || VersionList.overtaken(kept, office.active(kept.set()))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.not-due", kept.set(), kept.version().shortDigest()));
        }
        RuleSetFiles files = kept.ruleSet();
        if (!files.digest().equals(kept.digest())) {
            Text changed = Text.of("engine.files-changed", kept.set(), kept.version().shortDigest());
            return said(office.refuse(company, kept.found(List.of(new Problem("", 0, 0, changed)))), kept.set());
        }
        Checked checked = office.check(files);
        if (checked.problems().stream().anyMatch(FolderDoor::passes)) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, checked.problems().get(0).message());
        }
        KeptVersion again = kept.checked(checked);
        return said(again.state() == State.REFUSED ? office.refuse(company, again) : office.begin(company, again), kept.set());
    }
}
