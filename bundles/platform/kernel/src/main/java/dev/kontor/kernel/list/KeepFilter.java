package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the filter that a list stands at under a name. Nothing for the journal. */
@Component(service = CompanyCommand.class)
public final class KeepFilter extends OwnLists {

    /** More nobody finds again. */
    private static final int MOST = 50;

    private final ListBook book;

    @Activate
    public KeepFilter(@Reference ListBook book) {
        super("lists/keep", "kernel.lists.keep");
        this.book = book;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("name", NAME), Field.hidden("list"), Field.hidden("query"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        PersonId person = company.actor().id();
        String list = list(values);
        String query = values.text("query").replaceFirst("^[?]+", "");
        book.named(person, list, values.text("name")).ifPresent(other -> {
            throw Refused.at("name", Text.of("kernel.lists.taken", other.name()));
        });
        if (book.count(person, list) >= MOST) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("kernel.lists.most", MOST));
        }
        book.keep(person, list, values.text("name"), query);
        return Answer.of(Text.of("kernel.lists.was-kept", values.text("name"))).goingTo(list + "?" + query);
    }
}
