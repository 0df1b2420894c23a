package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes into the company journal that somebody carried a list out, and which; before its first row leaves. */
@Component(service = CompanyCommand.class)
public final class NoteExport extends OwnLists {

    @Activate
    public NoteExport() {
        super("lists/export", "kernel.lists.export");
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.choice("format", Text.of("kernel.lists.format"), List.of(
                        new Field.Option("xlsx", Text.plain("XLSX")), new Field.Option("csv", Text.plain("CSV")),
                        new Field.Option("pdf", Text.plain("PDF")))),
                Field.hidden("list"),
                Field.hidden("query").optional());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String list = list(values);
        String format = values.text("format").toUpperCase(java.util.Locale.ROOT);
        Text what = Text.of("kernel.lists.was-exported", list, format);
        company.note("list.exported", what, List.of(new Change("filter", "", values.text("query"))));
        return Answer.of(what).goingTo(list);
    }
}
