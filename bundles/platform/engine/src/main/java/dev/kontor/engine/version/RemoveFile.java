package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody takes one file out of a set. */
public final class RemoveFile extends RuleCommands {

    private final SetChanges changes;

    public RemoveFile(SetChanges changes) {
        super("remove", false);
        this.changes = changes;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.hidden("base").optional(),
                Field.text("file", Text.of("engine.field-file")),
                SetChanges.then(),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    /** @param subject as of {@link UploadFile#initial} */
    @Override
    public Values initial(Person person, String subject) {
        Base base = Base.of(subject);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("file", base.name()));
        SetChanges.begin(base, values);
        return new Values(values);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        RuleSetFiles now = changes.files(new Base(values.text("set"), "", values.text("base")));
        String file = values.text("file");
        if (!now.files().containsKey(file)) {
            throw Refused.at("file", Text.of("engine.no-such-file", now.set(), file));
        }
        return changes.take(company, now.without(file), values);
    }
}
