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
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody changes one file of a set on a page. */
public final class UploadFile extends RuleCommands {

    private static final String THEN = "then";
    private static final String ACTIVATE = "activate";
    /** It waits, to be tried on past decisions before it decides. */
    private static final String PROPOSE = "propose";

    private final RuleOffice office;

    public UploadFile(RuleOffice office) {
        super("upload", false);
        this.office = office;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("set", Text.of("engine.field-set")),
                Field.text("file", Text.of("engine.field-file")).withHint(Text.of("engine.hint-file")),
                Field.longText("content", Text.of("engine.field-content")),
                Field.choice(THEN, Text.of("engine.field-then"), List.of(
                        new Field.Option(ACTIVATE, Text.of("engine.then-activate")),
                        new Field.Option(PROPOSE, Text.of("engine.then-propose")))).optional(),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    /** @param subject {@code review/joint}, or {@code review/joint@} and a file of the active version, to be changed */
    @Override
    public Values initial(Person person, String subject) {
        String file = subject.substring(subject.indexOf('@') + 1);
        String set = subject.substring(0, Math.max(0, subject.length() - file.length() - 1));
        byte[] content = subject.contains("@")
                ? office.active(set).map(active -> active.ruleSet().files().get(file)).orElse(null)
                : null;
        return content == null
                ? super.initial(person, subject)
                : new Values(Map.of("set", set, "file", file, "content", new String(content, StandardCharsets.UTF_8)));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        RuleSetFiles now = office.active(set).map(KeptVersion::ruleSet).orElse(RuleSetFiles.of(set, Map.of()));
        String content = values.text("content").replace("\r\n", "\n") + "\n";
        RuleSetFiles next = now.with(Map.of(values.text("file"), content.getBytes(StandardCharsets.UTF_8)));
        if (office.of(set).stream().anyMatch(version -> version.digest().equals(next.digest()))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.known-already", set));
        }
        RuleOffice.Then then = values.text(THEN).equals(PROPOSE) ? RuleOffice.Then.WAIT : RuleOffice.Then.ACTIVATE;
        return said(office.take(company, office.check(next), Optional.of(company.actor().id()), values.text("reason"), "", then), set);
    }
}
