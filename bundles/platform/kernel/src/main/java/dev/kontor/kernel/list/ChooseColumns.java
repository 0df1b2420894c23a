package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Chooses what columns a list shows to oneself; none: as the page would have it. */
@Component(service = CompanyCommand.class)
public final class ChooseColumns extends OwnLists {

    private static final int MOST = 40;

    private final ListBook book;

    @Activate
    public ChooseColumns(@Reference ListBook book) {
        super("lists/columns", "kernel.lists.columns");
        this.book = book;
    }

    @Override
    public Form form(Person person, String subject) {
        Field column = Field.hidden("id");
        return Form.of(
                title(),
                Field.group("columns", Text.of("kernel.lists.columns"), List.of(column)).optional(),
                Field.hidden("list"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        List<String> columns = values.rows("columns").stream().map(row -> row.text("id")).distinct().toList();
        if (columns.size() > MOST || columns.stream().anyMatch(id -> !id.matches("[a-z][a-z0-9-]{0,39}"))) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.lists.no-columns"));
        }
        book.choose(company.actor().id(), list(values), columns);
        return Answer.of(Text.of("kernel.lists.were-chosen"));
    }
}
