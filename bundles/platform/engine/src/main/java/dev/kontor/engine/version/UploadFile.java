package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Somebody changes one file of a set on a page, or adds one. */
public final class UploadFile extends RuleCommands {

    private final SetChanges changes;

    public UploadFile(SetChanges changes) {
        super("upload", false);
        this.changes = changes;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.hidden("base").optional(),
                Field.text("file", Text.of("engine.field-file")).withHint(Text.of("engine.hint-file")),
                Field.longText("content", Text.of("engine.field-content")).suggesting("code"),
                SetChanges.then(),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    /** @param subject {@code review/joint}, with {@code @} and a file and {@code @} and the version that is changed */
    @Override
    public Values initial(Person person, String subject) {
        Base base = Base.of(subject);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("file", base.name()));
        Optional.ofNullable(changes.files(base).texts().get(base.name())).ifPresent(text -> values.put("content", text));
        SetChanges.begin(base, values);
        return new Values(values);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String content = values.text("content").replace("\r\n", "\n") + "\n";
        return changes.take(company, changes.files(new Base(values.text("set"), "", values.text("base")))
                .with(Map.of(values.text("file"), content.getBytes(StandardCharsets.UTF_8))), values);
    }
}
