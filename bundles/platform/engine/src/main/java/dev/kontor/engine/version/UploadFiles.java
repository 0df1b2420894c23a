package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Somebody sends files of a set as they lie on a disk, workbooks with decision tables among them: one change, however many. */
public final class UploadFiles extends RuleCommands {

    private final SetChanges changes;
    private final Supplier<Documents> documents;

    public UploadFiles(SetChanges changes, Supplier<Documents> documents) {
        super("files", false);
        this.changes = changes;
        this.documents = documents;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.hidden("base").optional(),
                Field.group("files", Text.of("engine.field-files"), List.of(
                        Field.file("content", Text.of("engine.field-file-sent")),
                        Field.text("path", Text.of("engine.field-path")).optional().withHint(Text.of("engine.hint-path")))),
                Field.yesNo("whole", Text.of("engine.field-whole")).optional().withHint(Text.of("engine.hint-whole")),
                SetChanges.then(),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    /** @param subject as of {@link UploadFile#initial} */
    @Override
    public Values initial(Person person, String subject) {
        Map<String, Object> values = new LinkedHashMap<>();
        SetChanges.begin(Base.of(subject), values);
        return new Values(values);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        RuleSetFiles before = changes.files(new Base(values.text("set"), "", values.text("base")));
        Map<String, byte[]> sent = new TreeMap<>();
        for (Values row : values.rows("files")) {
            Upload upload = row.upload("content").orElseThrow();
            String path = row.has("path") ? row.text("path") : upload.name();
            if (sent.put(path, content(upload)) != null) {
                throw Refused.at("files", Text.of("engine.file-twice", path));
            }
        }
        return changes.take(company, (values.yes("whole") ? untold(before) : before).with(sent), values);
    }

    /** What an export as texts left out, workbooks for one, and who sends that back does not have. */
    private static RuleSetFiles untold(RuleSetFiles files) {
        TreeMap<String, byte[]> rest = new TreeMap<>(files.files());
        rest.keySet().removeAll(files.texts().keySet());
        return new RuleSetFiles(files.set(), rest);
    }

    /** No more than it takes to see that it is too large. */
    private byte[] content(Upload upload) {
        try (InputStream content = documents.get().open(upload)) {
            return content.readNBytes(RuleSetFiles.LARGEST_FILE + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
